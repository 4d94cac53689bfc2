import { createContext, use } from 'react'
import type { EntryDraft, MapEvidence, SourceDraft } from './entry-draft.ts'

/** What every part of a form needs; it changes when the sources or the problems do, not at each letter. */
export type FormShared<D extends EntryDraft = EntryDraft> = {
  /** A step that is not about the whole draft spreads the one it is given: there is more in it. */
  readonly change: (step: (draft: D) => D) => void
  readonly mapEvidence: MapEvidence<D>
  readonly sources: readonly SourceDraft[]
  readonly mainSource: string
  /** Messages by the id of the field. */
  readonly problems: ReadonlyMap<string, string>
}

export const FormContext = createContext<FormShared>({
  change: () => undefined,
  mapEvidence: (draft) => draft,
  sources: [],
  mainSource: '',
  problems: new Map(),
})

/** The form around, with the draft that this part of it knows. */
export const useForm = <D extends EntryDraft = EntryDraft>(): FormShared<D> => use(FormContext) as unknown as FormShared<D>

/** What is wrong with a field, to be spread into it beside its id. */
export const useField = (id: string): { id: string; error: string | undefined } => ({
  id,
  error: useForm().problems.get(id),
})

/** True when anything is wrong with one of the fields whose ids begin so. */
export const useHasProblem = (prefixes: readonly string[]): boolean => {
  const { problems } = useForm()
  return [...problems.keys()].some((id) => prefixes.some((prefix) => id.startsWith(`${prefix}-`)))
}
