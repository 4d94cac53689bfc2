import type Database from 'better-sqlite3'
import { recordTables } from '../db/records.ts'
import { type NameForms, carrierOf, carriesName, hasForms, nameForms } from './name-forms.ts'
import { publishedRows } from './published-columns.ts'

/** A published text or address that contains a name form of a person who is not fully public. */
export type Refusal = { readonly record: string; readonly field: string; readonly message: string }

const namesWhere = (raw: Database.Database, condition: string): string[] =>
  raw
    .prepare<[], { text: string }>(
      `SELECT named.text FROM detainee_name AS named
       LEFT JOIN publishable ON publishable.id = named.detainee_id
       WHERE publishable.visibility ${condition}`,
    )
    .all()
    .map((row) => row.text)

/** Forms of the names of everyone who is not fully public. */
const hiddenForms = (raw: Database.Database): NameForms => {
  const hidden = namesWhere(raw, "IS NOT 'public'")
  return nameForms(hidden, hidden.length === 0 ? [] : namesWhere(raw, "IS 'public'"))
}

/** True when a text that is not in a table (the note of an edition) names someone withheld. */
export const namesSomeoneWithheld = (raw: Database.Database, text: string): boolean => carriesName(text, hiddenForms(raw))

/** Everything that would be published and names someone who is not fully public. */
export const findRefusals = (raw: Database.Database): Refusal[] => {
  const forms = hiddenForms(raw)
  if (!hasForms(forms)) return []
  const carries = carrierOf(forms)
  const refusals: Refusal[] = []
  for (const table of recordTables) {
    const statement = raw.prepare<[], Record<string, unknown>>(publishedRows(table).select)
    for (const row of statement.iterate()) {
      for (const [field, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !carries(value)) continue
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
