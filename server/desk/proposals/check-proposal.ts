import type { Kysely } from 'kysely'
import type { BodyOf } from '#contract/endpoint.ts'
import type { createProposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { badRequest, conflict, invalid } from '../../http/errors.ts'
import type { Kind, Problems } from '../kinds/kind.ts'
import { kindOf } from '../kinds/kinds.ts'

export type ProposalWrite = BodyOf<typeof createProposal>

const checkAct = ({ noun, only }: Kind, { recordId, baseVersion, changeKind }: ProposalWrite): void => {
  if (recordId !== null || baseVersion !== null) throw invalid({ recordId: `This ${noun} names what it is about in its body. Leave this out.` })
  if (changeKind !== only) throw invalid({ changeKind: `This is always of the kind "${String(only)}".` })
}

const checkChange = (kind: Kind, write: ProposalWrite): void => {
  if (kind.only !== undefined) {
    checkAct(kind, write)
    return
  }
  const { recordId, baseVersion, changeKind } = write
  if (recordId === null && baseVersion !== null) {
    throw invalid({ baseVersion: 'A new record is based on no version. Leave this out.' })
  }
  if (recordId !== null && baseVersion === null) {
    throw invalid({ baseVersion: 'Say which version of the record this is based on: the version its write body came with.' })
  }
  if (recordId === null && (changeKind === 'correction' || changeKind === 'retraction')) {
    throw invalid({ changeKind: 'There is no record yet to correct. Choose "new" or "late_discovery".' })
  }
  if (recordId !== null && changeKind === 'new') {
    throw invalid({ changeKind: 'This record is there already. Choose "correction", "late_discovery" or "retraction".' })
  }
  if (changeKind === 'retraction' && !kind.retract) {
    throw invalid({ changeKind: `A ${kind.noun} is not taken out of the register by a retraction.` })
  }
}

/** The 409 of a change to a record that has changed since, with both versions. */
export const staleRecord = (present: { version: number; body: unknown } | null, yours: unknown) =>
  conflict(
    present?.body
      ? 'The record was changed by someone else meanwhile. Compare both versions, then send yours for the present one.'
      : 'The record was taken out of the register meanwhile.',
    { current: present, yours },
  )

const inBody = (problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([path, message]) => [path === '' ? 'body' : `body.${path}`, message]))

/** What is said of a proposal is kept with it: some of it may not stand there. */
const checkSaid = async ({ findUnsayable }: Kind, db: Kysely<Register>, { reason, comment }: ProposalWrite, asSent: unknown): Promise<void> => {
  const find = await findUnsayable?.(db, asSent)
  const said = Object.entries({ reason, comment }).map(([field, text]) => [field, text === null ? null : (find?.(text) ?? null)] as const)
  const problems = Object.fromEntries(said.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])))
  if (Object.keys(problems).length > 0) throw invalid(problems)
}

/**
 * Refuses what does not fit the register. Throws 400 with the field's path for a reference
 * that leads nowhere, or for a correction that changes nothing, 409 with both versions when the record has changed since `baseVersion`.
 */
export const checkProposal = async (db: Kysely<Register>, write: ProposalWrite, asSent: unknown): Promise<void> => {
  const kind = kindOf(write.kind)
  checkChange(kind, write)
  const { recordId, baseVersion } = write
  const present = recordId === null ? null : await kind.findPresent(db, recordId)
  if (recordId !== null && !present) throw invalid({ recordId: `There is no ${kind.noun} ${kind.prefix}-${recordId}.` })
  if (present && present.version !== baseVersion) throw staleRecord(present, asSent)
  if (write.changeKind === 'retraction') {
    const hindrance = recordId === null ? null : await kind.findHindrance?.(db, recordId)
    if (hindrance) throw conflict(hindrance)
    return
  }
  const read = kind.read(asSent)
  if ('problems' in read) throw invalid(inBody(read.problems))
  const problems = await read.body.findProblems(db, recordId)
  if (Object.keys(problems).length > 0) throw invalid(inBody(problems))
  await checkSaid(kind, db, write, asSent)
  if (recordId !== null && (await read.body.findChanges(db, recordId)).length === 0) {
    throw badRequest('This changes nothing in the record as it is. Change something, or leave it as it is.')
  }
}
