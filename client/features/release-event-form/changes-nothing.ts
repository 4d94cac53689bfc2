import { bodyFromDraft } from './body-from-draft.ts'
import type { Draft } from './draft.ts'
import { draftFromBody } from './draft-from-body.ts'
import type { FormStart } from './form-start.ts'

const nobody = { people: new Map(), actions: new Map(), sources: new Map() }

/**
 * Whether a correction says no more than the record it began from. What is new or takes a record
 * out always says something; a proposal that is edited is compared with the record by the server.
 */
export const changesNothing = (draft: Draft, { base, body, editing }: FormStart): boolean => {
  if (base.recordId === null || body === null || editing !== null || draft.changeKind === 'retraction') return false
  const before = bodyFromDraft(draftFromBody(body, nobody, draft)).body
  return JSON.stringify(bodyFromDraft(draft).body) === JSON.stringify(before)
}
