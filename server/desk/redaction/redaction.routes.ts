import type { Router } from 'express'
import type { Kysely } from 'kysely'
import {
  type Touches,
  listDetaineeTexts,
  listRedactions,
  listReleaseEventTexts,
  listSanctionsActionTexts,
  listSourceTexts,
  previewRedaction,
  previewWords,
} from '#contract/redaction.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { editionsNaming } from '../../editions/editions-naming.ts'
import { found, invalid } from '../../http/errors.ts'
import { registerFile } from '../../register/open.ts'
import { type Sought, findSought } from '../../register/redaction/sought.ts'
import type { Access } from '../access/guard.ts'
import { deskPlaces, findRedactions } from './redactions.queries.ts'
import { findTextsOf } from './record-texts.queries.ts'
import { runTask } from './run-task.ts'
import { findWordsProblems } from './words-problems.ts'
import { wordsOfBody } from './words-of-body.ts'

type Places = Pick<Config, 'dataDir' | 'editionsDir'>

const textLists = [
  [listDetaineeTexts, 'detainee'],
  [listReleaseEventTexts, 'release_event'],
  [listSanctionsActionTexts, 'sanctions_action'],
  [listSourceTexts, 'source'],
] as const

export const mountRedactions = (router: Router, access: Access, register: Kysely<Register>, { dataDir, editionsDir }: Places): void => {
  const findTouches = async (sought: Sought): Promise<Touches> => {
    const { looked } = await runTask({ task: 'look', file: registerFile(dataDir), sought }, 'looked')
    const { texts, desk, ...counts } = looked
    return { ...counts, texts: [...texts], desk: deskPlaces(desk), editions: await editionsNaming(editionsDir, register, sought) }
  }

  access.serve(router, previewRedaction, async ({ params }) => {
    found(await register.selectFrom('detainee').where('id', '=', params.id).select('id').executeTakeFirst(), 'detainee')
    const sought = await findSought(register, params.id)
    return { person: params.id, alsoMerged: sought.people.filter((id) => id !== params.id), ...(await findTouches(sought)) }
  })

  access.serve(router, previewWords, async ({ body }) => {
    const problems = await findWordsProblems(register, body)
    if (Object.keys(problems).length > 0) throw invalid(problems)
    return findTouches(await wordsOfBody(register, body))
  })

  for (const [list, table] of textLists) {
    access.serve(router, list, async ({ params }) => ({ data: found(await findTextsOf(register, { table, id: params.id }), 'record') }))
  }

  access.serve(router, listRedactions, async () => ({ data: await findRedactions(register) }))
}
