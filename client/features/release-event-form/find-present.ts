import { call } from '#client/lib/call.ts'
import { getProposal, getReleaseEventWrite } from '#contract/proposals.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { FormStart } from './form-start.ts'
import { type KnownRecords, findKnownRecords } from './known-records.ts'

/** The version that stands in the way of a save, and what it takes to go on from it. */
export type Present = {
  readonly body: ReleaseEventWrite
  readonly known: KnownRecords
  readonly base: FormStart['base']
  readonly editing: FormStart['editing']
}

/**
 * Reads what the server has now of the record, or of the proposal where that is what changed.
 * Null where the record is gone or cannot be read as a form.
 */
export const findPresent = async (start: FormStart, status: number): Promise<Present | null> => {
  const { recordId } = start.base
  if (status === 412 && start.editing !== null) {
    const proposal = await call(getProposal, { params: { id: start.editing.ref } })
    const body = ReleaseEventWrite.safeParse(proposal.body)
    if (!body.success || !proposal.mayEdit) return null
    return {
      body: body.data,
      known: await findKnownRecords(body.data, recordId),
      base: { recordId, baseVersion: proposal.baseVersion },
      editing: { ref: start.editing.ref, version: proposal.version },
    }
  }
  if (recordId === null) return null
  const write = await call(getReleaseEventWrite, { params: { id: String(recordId) } })
  const body = ReleaseEventWrite.safeParse(write.body)
  if (!body.success) return null
  return {
    body: body.data,
    known: await findKnownRecords(body.data, recordId),
    base: { recordId, baseVersion: write.version },
    editing: start.editing,
  }
}
