import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { previewPublication, publishEdition } from '#contract/publishing.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { previewInChild, publishInChild } from '../../editions/publish-in-child.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { keepEvent } from '../accounts/account-events.ts'

export const mountPublishing = (router: Router, access: Access, register: Kysely<Register>, config: Config): void => {
  access.serve(router, previewPublication, () => previewInChild(config))

  // It runs for seconds in a process of its own, so its answer is kept after it, not with it.
  access.serve(router, publishEdition, async ({ body, request, account }) => {
    const once = onceKeyOf(request, account.id)
    const before = await findAnswer(register, once)
    if (before !== undefined) return publishEdition.response.parse(before)
    const answer = { edition: await publishInChild(config, register, { ...body, publishedBy: account.name }) }
    await keepAnswer(register, once, answer)
    await keepEvent(register, { act: 'published', by: account.id, detail: `edition ${answer.edition.label}` })
    return answer
  })
}
