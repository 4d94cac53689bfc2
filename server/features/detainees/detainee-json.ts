import type { Detainee } from '#contract/detainees.ts'
import { evidenceOf } from '../common/evidence-json.ts'
import { listOf, objectOf, valueOf } from '../common/json-sql.ts'
import { dateOf, number, orNull, refOf, text } from '../common/json-values.ts'

/*
 * The fields of one person, which SQLite writes as JSON, each named once: what is read of a person, whoever
 * asks and however it is asked.
 */

type Part<Name extends 'names' | 'detentions' | 'recognitions' | 'releases'> = Detainee[Name][number]

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

/** A condition on a column of someone's number: whether they stand for the person. */
type Whose = (column: string) => string

const names = (isOwn: Whose) => listOf(
  objectOf<Part<'names'>>({ id: number('called.id'), text: text('called.text'), lang: text('called.lang'), script: text('called.script'), kind: valueOf('called.kind') }),
  `detainee_name AS called WHERE ${isOwn('called.detainee_id')}`,
  `called.detainee_id <> person.id, called.kind <> 'primary', called.script <> 'Latn', called.id`,
)

const citizenships = (isOwn: Whose) => listOf(
  text('held.country'),
  `(SELECT DISTINCT country FROM detainee_citizenship WHERE ${isOwn('detainee_id')}) AS held`,
  'held.country',
)

/** The earliest first, those without a date last. */
const detentions = (isOwn: Whose) => listOf(
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

const recognitions = (isOwn: Whose) => listOf(
  objectOf<Part<'recognitions'>>({
    id: number('recognition.id'),
    recognisedBy: text('recognition.recognised_by'),
    recognised: dateOf('recognition', 'recognised'),
    criteria: orNull('recognition.criteria'),
  }),
  `recognition WHERE ${isOwn('recognition.detainee_id')}`,
  'recognition.id',
)

const releases = (isOwn: Whose) => listOf(
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

const rowsWithEvidence = (isOwn: Whose): string => `(SELECT 'detainee' AS record_table, person.id AS record_id
  ${['detainee_name', 'detainee_citizenship', 'detention', 'recognition', 'release_person']
    .map((table) => `UNION ALL SELECT '${table}', ${table}.id FROM ${table} WHERE ${isOwn(`${table}.detainee_id`)}`)
    .join(' ')}
  ${['charge', 'sentence']
    .map(
      (table) => `UNION ALL SELECT '${table}', ${table}.id FROM detention JOIN ${table} ON ${table}.detention_id = detention.id
        WHERE ${isOwn('detention.detainee_id')}`,
    )
    .join(' ')})`

const person = (isOwn: Whose) => objectOf<Detainee>({
  id: number('person.id'),
  ref: refOf('D', 'person.id'),
  visibility: valueOf('person.visibility'),
  names: names(isOwn),
  sex: valueOf('person.sex'),
  birth: dateOf('person', 'birth'),
  citizenships: citizenships(isOwn),
  description: orNull('person.description'),
  occupation: orNull('person.occupation'),
  status: valueOf('person.status'),
  statusAsOf: dateOf('person', 'status_as_of'),
  mergedInto: orNull('person.merged_into'),
  detentions: detentions(isOwn),
  recognitions: recognitions(isOwn),
  releases: releases(isOwn),
  evidence: evidenceOf(rowsWithEvidence(isOwn)),
})

/** Someone into whom nobody was merged, as JSON: the SQL of one value, where `person` is their row. */
export const aloneJson = person((column) => `${column} = person.id`)

/** Anyone: `own` has the numbers of those who stand for the person, the one asked for too. */
export const anyoneJson = person((column) => `${column} IN (SELECT id FROM own)`)
