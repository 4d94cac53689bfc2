import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { listRedactions, previewRedaction } from '#contract/redaction.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { editionsNaming } from '../../editions/editions-naming.ts'
import { found } from '../../http/errors.ts'
import { registerFile } from '../../register/open.ts'
import { findSought } from '../../register/redaction/sought.ts'
import type { Access } from '../access/guard.ts'
import { deskPlaces, findRedactions } from './redactions.queries.ts'
import { runTask } from './run-task.ts'

type Places = Pick<Config, 'dataDir' | 'editionsDir'>

export const mountRedactions = (router: Router, access: Access, register: Kysely<Register>, { dataDir, editionsDir }: Places): void => {
  access.serve(router, previewRedaction, async ({ params }) => {
    found(await register.selectFrom('detainee').where('id', '=', params.id).select('id').executeTakeFirst(), 'detainee')
    const { looked } = await runTask({ task: 'look', file: registerFile(dataDir), person: params.id }, 'looked')
    const { names, others } = await findSought(register, params.id)
    return {
      person: params.id,
      alsoMerged: looked.people.filter((id) => id !== params.id),
      names: looked.names,
      texts: [...looked.texts],
      history: looked.history,
      reasons: looked.reasons,
      desk: deskPlaces(looked.desk),
      editions: await editionsNaming(editionsDir, register, { names, others }),
    }
  })

  access.serve(router, listRedactions, async () => ({ data: await findRedactions(register) }))
}
