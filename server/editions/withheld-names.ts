import type Database from 'better-sqlite3'
import { recordTables } from '../db/records.ts'
import { foldText } from '../names/fold.ts'
import { publishedRows } from './published-columns.ts'

/** A published text or address that contains a name form of a person who is not fully public. */
export type Refusal = { readonly record: string; readonly field: string; readonly message: string }

type Forms = Map<string, string[][]>

/** Single words shorter than this are too common to be taken for a name. */
const shortestName = 4

/** Each form of a withheld name, folded into words, in the given order and turned round, by first word. */
const formsOf = (names: readonly string[]): Forms => {
  const forms: Forms = new Map()
  const add = (words: string[]) => {
    const [first] = words
    if (first === undefined) return
    forms.set(first, [...(forms.get(first) ?? []), words])
  }
  for (const name of new Set(names.map((text) => foldText(text)))) {
    const words = name.split(' ').filter((word) => word !== '')
    if (words.join('').length < shortestName) continue
    add(words)
    add([words.join('')])
    if (words.length > 1) {
      add(words.toReversed())
      add([...words.slice(-1), ...words.slice(0, -1)])
      // Given name and surname without what stands between them.
      const [given, surname] = [words[0], words.at(-1)]
      if (words.length > 2 && given !== undefined && surname !== undefined) {
        add([given, surname])
        add([surname, given])
      }
    }
  }
  return forms
}

const containsForm = (text: string, forms: Forms): boolean => {
  const words = foldText(decodeAddress(text)).split(' ')
  return words.some((word, index) =>
    (forms.get(word) ?? []).some((form) => form.every((part, offset) => words[index + offset] === part)),
  )
}

/** Addresses carry names percent-encoded. */
const decodeAddress = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const hiddenNames = (raw: Database.Database): string[] =>
  raw
    .prepare<[], { text: string }>(
      `SELECT named.text FROM detainee_name AS named
       LEFT JOIN publishable ON publishable.id = named.detainee_id
       WHERE publishable.visibility IS NOT 'public'`,
    )
    .all()
    .map((row) => row.text)

/** True when a text that is not in a table (the note of an edition) names someone withheld. */
export const namesSomeoneWithheld = (raw: Database.Database, text: string): boolean =>
  containsForm(text, formsOf(hiddenNames(raw)))

/** Everything that would be published and names someone who is not fully public. */
export const findRefusals = (raw: Database.Database): Refusal[] => {
  const forms = formsOf(hiddenNames(raw))
  if (forms.size === 0) return []
  const refusals: Refusal[] = []
  for (const table of recordTables) {
    const statement = raw.prepare<[], Record<string, unknown>>(publishedRows(table).select)
    for (const row of statement.iterate()) {
      for (const [field, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !containsForm(value, forms)) continue
        refusals.push({
          record: `${table} ${String(row['id'])}`,
          field,
          message: 'This text contains the name of a person who is not fully public. Rewrite it, or change what is shown of the person.',
        })
      }
    }
  }
  return refusals
}
