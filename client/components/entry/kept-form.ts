import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'

/** A form as it is kept on the server: what was typed, and what the form began from. */
type KeptForm<D, Body> = {
  readonly title: string
  readonly draft: D
  readonly start: Pick<FormStart<D, Body>, 'base' | 'body' | 'editing'>
}

export const toKeep = <D extends EntryDraft, Body, Known>(
  { noun, titleOf }: FormKind<D, Body, Known>,
  draft: D,
  { base, body, editing }: FormStart<D, Body>,
): KeptForm<D, Body> => ({
  title: titleOf(draft).trim() || `${noun[0]?.toUpperCase()}${noun.slice(1)}, not named yet`,
  draft,
  start: { base, body, editing },
})

/** A kept form opened again, or null for what is no form. What this version adds to the form starts empty. */
export const keptForm = <D extends EntryDraft, Body, Known>(
  { emptyDraft, brought = (draft) => draft, read }: FormKind<D, Body, Known>,
  form: unknown,
): KeptForm<D, Body> | null => {
  if (typeof form !== 'object' || form === null || !('draft' in form) || !('start' in form)) return null
  // The form wrote it, and the server keeps it as it was written.
  const kept = form as KeptForm<D, Body>
  const { body } = kept.start
  return {
    ...kept,
    draft: brought({ ...emptyDraft(), ...kept.draft }),
    start: { ...kept.start, body: body === null ? null : read(body) },
  }
}
