import { call } from '#client/lib/call.ts'
import { getProposal } from '#contract/proposals.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart, Present } from './form-kind.ts'

/**
 * Reads what the server has now of the record, or of the proposal where that is what changed.
 * Null where the record is gone or cannot be read as a form.
 */
export const findPresent = async <D extends EntryDraft, Body, Known>(
  { read, findKnown, findWrite }: FormKind<D, Body, Known>,
  { base: { recordId }, editing }: FormStart<D, Body>,
  status: number,
): Promise<Present<Body, Known> | null> => {
  if (status === 412 && editing !== null) {
    const proposal = await call(getProposal, { params: { id: editing.ref } })
    const body = read(proposal.body)
    if (body === null || !proposal.mayEdit) return null
    return {
      body,
      known: await findKnown(body, recordId),
      base: { recordId, baseVersion: proposal.baseVersion },
      editing: { ref: editing.ref, version: proposal.version },
    }
  }
  if (recordId === null) return null
  const write = await findWrite(String(recordId))
  const body = read(write.body)
  if (body === null) return null
  return { body, known: await findKnown(body, recordId), base: { recordId, baseVersion: write.version }, editing }
}
