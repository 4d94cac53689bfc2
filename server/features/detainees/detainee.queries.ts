import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { Evidence } from '#contract/common.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Detainee } from '#contract/detainees.ts'
import type { Records } from '../../db/records.ts'
import { listOf, objectOf, valueOf } from '../common/json-sql.ts'

/*
 * One person as one statement: what a page of a person costs is otherwise mostly the making of ten
 * statements and the checking of their rows.
 */

const number = (column: string) => valueOf<number>(column)
const text = (column: string) => valueOf<string>(column)
const orNull = <T extends number | string>(column: string) => valueOf<T | null>(column)

const dateOf = (table: string, name: string) =>
  objectOf<StatedDate>({
    edtf: orNull(`${table}.${name}_edtf`),
    earliest: orNull(`${table}.${name}_earliest`),
    latest: orNull(`${table}.${name}_latest`),
    basis: valueOf(`${table}.${name}_basis`),
  })

const refOf = (prefix: string, column: string) => text(`'${prefix}-' || ${column}`)

type Part<Name extends 'names' | 'detentions' | 'recognitions' | 'releases'> = Detainee[Name][number]

/** Whoever stands for the person: `own` has their ids, the one asked for too. */
const isOwn = (column: string): string => `${column} IN (SELECT id FROM own)`

const names = listOf(
  objectOf<Part<'names'>>({ id: number('called.id'), text: text('called.text'), lang: text('called.lang'), script: text('called.script'), kind: valueOf('called.kind') }),
  `detainee_name AS called WHERE ${isOwn('called.detainee_id')}`,
  `called.detainee_id <> person.id, called.kind <> 'primary', called.script <> 'Latn', called.id`,
)

const citizenships = listOf(
  text('held.country'),
  `(SELECT DISTINCT country FROM detainee_citizenship WHERE ${isOwn('detainee_id')}) AS held`,
  'held.country',
)

const charges = listOf(
  objectOf<Part<'detentions'>['charges'][number]>({
    id: number('charge.id'),
    article: text('charge.article'),
    codeOfLaw: orNull('charge.code_of_law'),
    text: orNull('charge.text'),
  }),
  'charge WHERE charge.detention_id = detention.id',
  'charge.id',
)

const sentences = listOf(
  objectOf<Part<'detentions'>['sentences'][number]>({
    id: number('sentence.id'),
    kind: valueOf('sentence.kind'),
    lengthText: orNull('sentence.length_text'),
    lengthDays: orNull('sentence.length_days'),
    sentenced: dateOf('sentence', 'sentenced'),
  }),
  'sentence WHERE sentence.detention_id = detention.id',
  'sentence.id',
)

/** The earliest first, those without a date last. */
const detentions = listOf(
  objectOf<Part<'detentions'>>({
    id: number('detention.id'),
    country: text('detention.country'),
    arrest: dateOf('detention', 'arrest'),
    end: dateOf('detention', 'end'),
    endReason: valueOf('detention.end_reason'),
    place: orNull('detention.place'),
    authority: orNull('detention.authority'),
    charges,
    sentences,
  }),
  `detention WHERE ${isOwn('detention.detainee_id')}`,
  'detention.arrest_earliest IS NULL, detention.arrest_earliest, detention.id',
)

const recognitions = listOf(
  objectOf<Part<'recognitions'>>({
    id: number('recognition.id'),
    recognisedBy: text('recognition.recognised_by'),
    recognised: dateOf('recognition', 'recognised'),
    criteria: orNull('recognition.criteria'),
  }),
  `recognition WHERE ${isOwn('recognition.detainee_id')}`,
  'recognition.id',
)

const releases = listOf(
  objectOf<Part<'releases'>>({
    id: number('released.id'),
    destination: orNull('released.destination'),
    destinationState: valueOf('released.destination_state'),
    restrictions: orNull('released.restrictions'),
    onwardCountry: orNull('released.onward_country'),
    onward: dateOf('released', 'onward'),
    releaseEvent: objectOf<Part<'releases'>['releaseEvent']>({
      id: number('event.id'),
      ref: refOf('R', 'event.id'),
      title: text('event.title'),
      date: dateOf('event', 'date'),
      country: text('event.country'),
    }),
  }),
  `release_person AS released JOIN release_event AS event ON event.id = released.release_event_id
    WHERE ${isOwn('released.detainee_id')}`,
  'event.date_earliest, released.id',
)

const rowsWithEvidence = `(SELECT 'detainee' AS record_table, person.id AS record_id
  ${['detainee_name', 'detainee_citizenship', 'detention', 'recognition', 'release_person']
    .map((table) => `UNION ALL SELECT '${table}', ${table}.id FROM ${table} WHERE ${isOwn(`${table}.detainee_id`)}`)
    .join(' ')}
  ${['charge', 'sentence']
    .map(
      (table) => `UNION ALL SELECT '${table}', ${table}.id FROM detention JOIN ${table} ON ${table}.detention_id = detention.id
        WHERE ${isOwn('detention.detainee_id')}`,
    )
    .join(' ')})`

const evidence = listOf(
  objectOf<Evidence>({
    id: number('evidence.id'),
    on: objectOf<Evidence['on']>({ record: text('evidence.record_table'), id: number('evidence.record_id'), field: text('evidence.field') }),
    quote: orNull('evidence.quote'),
    quoteStart: orNull('evidence.quote_start'),
    quoteEnd: orNull('evidence.quote_end'),
    asserts: orNull('evidence.asserts'),
    saidBy: orNull('evidence.said_by'),
    source: objectOf<Evidence['source']>({
      id: number('source.id'),
      ref: refOf('SRC', 'source.id'),
      title: orNull('source.title'),
      publisher: orNull('source.publisher'),
      url: orNull('source.url'),
      published: dateOf('source', 'published'),
      copyOf: orNull('source.copy_of'),
    }),
  }),
  `${rowsWithEvidence} AS held CROSS JOIN evidence ON evidence.record_table = held.record_table AND evidence.record_id = held.record_id
    CROSS JOIN source ON source.id = evidence.source_id`,
  'evidence.id',
)

const person = objectOf<Detainee>({
  id: number('person.id'),
  ref: refOf('D', 'person.id'),
  visibility: valueOf('person.visibility'),
  names,
  sex: valueOf('person.sex'),
  birth: dateOf('person', 'birth'),
  citizenships,
  description: orNull('person.description'),
  occupation: orNull('person.occupation'),
  status: valueOf('person.status'),
  statusAsOf: dateOf('person', 'status_as_of'),
  mergedInto: orNull('person.merged_into'),
  detentions,
  recognitions,
  releases,
  evidence,
})

const asked = (id: number) => sql<{ body: Buffer }>`
  WITH own (id) AS MATERIALIZED (SELECT ${id} AS id UNION ALL SELECT merged.id FROM detainee AS merged WHERE merged.merged_into = ${id})
  SELECT CAST(${sql.raw(person.sql)} AS BLOB) AS body FROM detainee AS person WHERE person.id = ${id}`

/** The statement as each file is asked it: its text is long, and making it anew costs as much as answering it. */
const compiled = new WeakMap<Kysely<Records>, CompiledQuery<{ body: Buffer }>>()

/**
 * One person with everything known of them, and of whoever was merged into them, as JSON. A person
 * merged into another is answered as entered, with the number of the one kept. Null: there is none.
 */
export const findDetaineeJson = async (db: Kysely<Records>, id: number): Promise<Buffer | null> => {
  const statement = compiled.get(db) ?? asked(id).compile(db)
  compiled.set(db, statement)
  const { rows } = await db.executeQuery<{ body: Buffer }>({ ...statement, parameters: [id, id, id] })
  return rows[0]?.body ?? null
}

/** The same, read. */
export const findDetainee = async (db: Kysely<Records>, id: number): Promise<Detainee | null> => {
  const body = await findDetaineeJson(db, id)
  return body === null ? null : (JSON.parse(body.toString()) as Detainee)
}
