import type { Kysely } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { RecordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import { checkCaptures } from './check-captures.ts'
import { type EventRows, parts } from './event-rows.ts'
import { evidenceLists } from './evidence-lists.ts'

type Problems = Record<string, string>
type Referred = 'source' | 'detainee' | 'sanctions_action'

const findKnown = async (db: Kysely<Register>, table: Referred, ids: readonly (number | null)[]): Promise<Set<number>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  // The three tables share the column; Kysely cannot see that of a table it does not know.
  const rows = await db
    .selectFrom(table as keyof RecordTables & 'source')
    .where('id', 'in', wanted)
    .select('id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Sources, people and sanctions actions that the body names and the register does not have. */
const checkRecords = async (db: Kysely<Register>, body: ReleaseEventWrite, problems: Problems): Promise<void> => {
  const sources = await findKnown(db, 'source', body.sources.map((row) => row.id))
  body.sources.forEach(({ id }, index) => {
    if (id !== null && !sources.has(id)) problems[`sources.${index}.id`] = `There is no source SRC-${id}. Choose another.`
  })
  const actions = await findKnown(db, 'sanctions_action', body.links.map((row) => row.sanctionsActionId))
  body.links.forEach(({ sanctionsActionId: id }, index) => {
    if (!actions.has(id)) problems[`links.${index}.sanctionsActionId`] = `There is no sanctions action S-${id}. Choose another.`
  })
  const people = await findKnown(db, 'detainee', body.people.map((row) => row.detaineeId))
  const merged = await db
    .selectFrom('detainee')
    .where('id', 'in', [...people])
    .where('merged_into', 'is not', null)
    .select(['id', 'merged_into'])
    .execute()
  body.people.forEach(({ detaineeId: id }, index) => {
    if (id === null) return
    const into = merged.find((row) => row.id === id)?.merged_into
    if (!people.has(id)) problems[`people.${index}.detaineeId`] = `There is no person D-${id}. Choose another.`
    else if (into) problems[`people.${index}.detaineeId`] = `D-${id} was joined with D-${into}. Choose D-${into}.`
  })
}

/** Rows with an id are rows of this event, each named once. */
const checkRows = (body: ReleaseEventWrite, rows: EventRows | null, problems: Problems): void => {
  for (const part of parts) {
    const own = new Set(rows?.[part].map((row) => row.id))
    const seen = new Set<number>()
    body[part].forEach(({ id }, index) => {
      if (id === null) return
      if (!own.has(id)) problems[`${part}.${index}.id`] = 'This is not a row of this release event. Leave its id out.'
      else if (seen.has(id)) problems[`${part}.${index}.id`] = 'This row is in the list twice.'
      seen.add(id)
    })
  }
}

const checkEvidence = (body: ReleaseEventWrite, rows: EventRows | null, problems: Problems): void => {
  const own = new Map(rows?.evidence.map((row) => [row.id, row.field]))
  const seen = new Set<number>()
  for (const [path, list, fields] of evidenceLists(body)) {
    list.forEach(({ id, field }, index) => {
      if (id === null) return
      // What older data says of a field the form does not offer stays as it is, and is not spread.
      if (field !== null && !fields.includes(field) && own.get(id) !== field) {
        problems[`${path}.${index}.field`] = 'There is no such value here. Leave it out for the main one.'
      }
      if (!own.has(id)) problems[`${path}.${index}.id`] = 'This is not evidence of this release event. Leave its id out.'
      else if (seen.has(id)) problems[`${path}.${index}.id`] = 'This evidence is given twice.'
      seen.add(id)
    })
  }
}

/**
 * What a body that fits the schema gets wrong about the register, by field. `rows` is the
 * event it corrects, null for a new one.
 */
export const findReferenceProblems = async (
  db: Kysely<Register>,
  body: ReleaseEventWrite,
  rows: EventRows | null,
): Promise<Problems> => {
  const problems: Problems = {}
  await checkRecords(db, body, problems)
  checkRows(body, rows, problems)
  checkEvidence(body, rows, problems)
  Object.assign(problems, await checkCaptures(db, body))
  return problems
}
