import type { Kysely } from 'kysely'
import type { EvidenceWrite, SourceWrite } from '#contract/source-write.ts'
import type { RecordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import type { Problems } from '../kinds/kind.ts'

export type Referred = 'source' | 'detainee' | 'sanctions_action'

/** A list of evidence in a body, with its path and the values it can support. */
export type EvidenceList = { readonly path: string; readonly list: readonly EvidenceWrite[]; readonly fields: readonly string[] }

/** Those of the numbers that the register has. */
export const findKnown = async (db: Kysely<Register>, table: Referred, ids: readonly (number | null)[]): Promise<Set<number>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  // The three tables share the column; Kysely cannot see that of a table it does not know.
  const rows = await db
    .selectFrom(table as keyof RecordTables & 'source')
    .where('id', 'in', wanted)
    .select('id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

export const checkSources = async (db: Kysely<Register>, sources: readonly SourceWrite[]): Promise<Problems> => {
  const known = await findKnown(db, 'source', sources.map((row) => row.id))
  return Object.fromEntries(
    sources.flatMap(({ id }, index) =>
      id !== null && !known.has(id) ? [[`sources.${index}.id`, `There is no source SRC-${id}. Choose another.`]] : [],
    ),
  )
}

/** Rows with an id are rows of this record, each named once. `own` are the numbers of those it has. */
export const checkRowIds = (
  rows: readonly { readonly path: string; readonly id: number | null }[],
  own: ReadonlySet<number>,
  noun: string,
): Problems => {
  const problems: Record<string, string> = {}
  const seen = new Set<number>()
  for (const { path, id } of rows) {
    if (id === null) continue
    if (!own.has(id)) problems[`${path}.id`] = `This is not a row of this ${noun}. Leave its id out.`
    else if (seen.has(id)) problems[`${path}.id`] = 'This row is in the list twice.'
    seen.add(id)
  }
  return problems
}

/** Evidence with an id is evidence of this record, each piece given once. */
export const checkEvidenceIds = (
  lists: readonly EvidenceList[],
  evidence: readonly { readonly id: number; readonly field: string }[],
  noun: string,
): Problems => {
  const problems: Record<string, string> = {}
  const own = new Map(evidence.map((row) => [row.id, row.field]))
  const seen = new Set<number>()
  for (const { path, list, fields } of lists) {
    list.forEach(({ id, field }, index) => {
      if (id === null) return
      // What older data says of a field the form does not offer stays as it is, and is not spread.
      if (field !== null && !fields.includes(field) && own.get(id) !== field) {
        problems[`${path}.${index}.field`] = 'There is no such value here. Leave it out for the main one.'
      }
      if (!own.has(id)) problems[`${path}.${index}.id`] = `This is not evidence of this ${noun}. Leave its id out.`
      else if (seen.has(id)) problems[`${path}.${index}.id`] = 'This evidence is given twice.'
      seen.add(id)
    })
  }
  return problems
}
