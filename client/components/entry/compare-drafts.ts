import type { EntryDraft } from './entry-draft.ts'
import type { Findings } from './findings.ts'
import type { Difference, FormKind } from './form-kind.ts'

/** Every value of a body by its path, as text; what says nothing is left out. */
const leavesOf = (value: unknown, path = ''): [path: string, words: string][] => {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`))
}

/**
 * Where two states of one draft differ, field by field, as typed: a draft need not fit the
 * register, so it is not said in the register's words.
 */
export const compareDrafts = <D extends EntryDraft, Body, Known>(
  { bodyFromDraft }: FormKind<D, Body, Known>,
  theirs: D,
  mine: D,
): Difference[] => {
  const there = bodyFromDraft(theirs)
  const here = bodyFromDraft(mine)
  const labelOf = (path: string, { findings }: { readonly findings: Findings }) => findings.place(path)?.label
  const onTheirs = new Map(leavesOf(there.body))
  const onMine = new Map(leavesOf(here.body))
  return [...new Set([...onMine.keys(), ...onTheirs.keys()])].flatMap((path) => {
    const sides = { theirs: onTheirs.get(path) ?? null, mine: onMine.get(path) ?? null }
    const label = labelOf(path, here) ?? labelOf(path, there) ?? path
    return sides.theirs === sides.mine ? [] : [{ key: path, label, ...sides }]
  })
}
