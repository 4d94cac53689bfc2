import { createContext, use } from 'react'
import type { Draft, SourceDraft } from './draft.ts'

/** What every part of the form needs; it changes when the sources or the problems do, not at each letter. */
export type FormShared = {
  readonly change: (step: (draft: Draft) => Draft) => void
  readonly sources: readonly SourceDraft[]
  readonly mainSource: string
  /** Messages by the id of the field. */
  readonly problems: ReadonlyMap<string, string>
}

export const FormContext = createContext<FormShared>({
  change: () => undefined,
  sources: [],
  mainSource: '',
  problems: new Map(),
})

export const useForm = (): FormShared => use(FormContext)

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
