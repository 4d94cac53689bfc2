import type { Kysely } from 'kysely'
import { dayOf } from '#contract/release-event-warnings.ts'
import { sanctionsActionWarnings } from '#contract/sanctions-action-warnings.ts'
import { SanctionsActionWrite, sanctionsActionShape } from '#contract/sanctions-action-write.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Register } from '../../db/register.ts'
import type { Kind } from '../kinds/kind.ts'
import { textAt } from '../kinds/text-at.ts'
import { leadsTo } from '../record/chain.ts'
import { recordKind } from '../record/record.kind.ts'

const findHindrance = async (db: Kysely<Register>, id: number): Promise<string | null> => {
  const [link] = await db.selectFrom('release_sanction').where('sanctions_action_id', '=', id).select('release_event_id').limit(1).execute()
  if (link) return `R-${link.release_event_id} links to S-${id}. Take the link out there first.`
  const [same] = await db.selectFrom('sanctions_action').where('refers_to', '=', id).select('id').limit(1).execute()
  return same ? `S-${same.id} says that it is the same act as S-${id}. Correct that first.` : null
}

/** An act of an authority. */
export const sanctionsActionKind: Kind = recordKind(sanctionsActionShape, SanctionsActionWrite, {
  code: 'sanctions_action',
  prefix: 'S',
  titleOf: (sent) =>
    sanctionsActionTitle({
      authority: textAt(sent, 'authority') ?? 'No authority',
      action: textAt(sent, 'action') ?? 'no action',
      target: textAt(sent, 'target'),
      commodity: textAt(sent, 'commodity'),
    }),
  findProblems: async (db, { refersTo }, id) =>
    id !== null && refersTo !== null && refersTo !== id && (await leadsTo(db, 'sanctions_action', 'refers_to', refersTo, id))
      ? { refersTo: `S-${refersTo} already says that it is the same act as S-${id}. Leave this empty.` }
      : {},
  findWarnings: async (_db, body) => sanctionsActionWarnings(body, dayOf(new Date())),
  findHindrance,
})
