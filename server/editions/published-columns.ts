import type { RecordTables } from '../db/records.ts'

/*
 * What an edition holds: the tables and columns written here, and nothing else. A column
 * that is not listed is not copied. `publishable` is a temporary table of the publishing
 * connection: every person who is not withheld, with the visibility that counts (the
 * stricter of a merged person and the one they were merged into).
 */

type PublishedTable<Name extends keyof RecordTables> = {
  /** Columns copied as they are. */
  readonly columns: readonly (keyof RecordTables[Name] & string)[]
  /** Columns copied through an expression, where not every row may show its value. */
  readonly guarded?: Readonly<Partial<Record<keyof RecordTables[Name] & string, string>>>
  /** Joins and condition that choose the rows. */
  readonly rows?: string
}

const dateColumns = <Name extends string>(name: Name) =>
  [`${name}_edtf`, `${name}_earliest`, `${name}_latest`, `${name}_basis`] as const

type PersonTable = 'detainee' | 'release_person'

const onlyPublic = (table: PersonTable, column: string, otherwise = 'NULL'): string =>
  `CASE WHEN publishable.visibility = 'public' THEN ${table}.${column} ELSE ${otherwise} END`

const guardedDate = <Name extends string>(table: PersonTable, name: Name) =>
  ({
    [`${name}_edtf`]: onlyPublic(table, `${name}_edtf`),
    [`${name}_earliest`]: onlyPublic(table, `${name}_earliest`),
    [`${name}_latest`]: onlyPublic(table, `${name}_latest`),
    [`${name}_basis`]: onlyPublic(table, `${name}_basis`, "'not_stated'"),
  }) as Record<`${Name}_edtf` | `${Name}_earliest` | `${Name}_latest` | `${Name}_basis`, string>

const ofPublicPerson = (table: string): string =>
  `JOIN publishable ON publishable.id = ${table}.detainee_id AND publishable.visibility = 'public'`

const ofPublicDetention = (table: string): string =>
  `JOIN detention ON detention.id = ${table}.detention_id ${ofPublicPerson('detention')}`

/** The place of a person whose name is withheld would point at them where few share it. */
const sharedPlace = `(
  SELECT COUNT(DISTINCT coalesce(same.merged_into, same.id)) FROM release_person AS other
  JOIN publishable AS known ON known.id = other.detainee_id
  JOIN detainee AS same ON same.id = other.detainee_id
  WHERE other.release_event_id = release_person.release_event_id
    AND other.destination = release_person.destination) >= 3`

const personGuard = (column: string, otherwise: string): string =>
  `CASE WHEN publishable.visibility = 'public' OR ${sharedPlace} THEN release_person.${column} ELSE ${otherwise} END`

const isPublicEvidence = `CASE record_table
  WHEN 'detainee' THEN record_id IN (SELECT id FROM publishable WHERE visibility = 'public')
  WHEN 'detainee_name' THEN EXISTS (SELECT 1 FROM detainee_name AS row ${ofPublicPerson('row')} WHERE row.id = record_id)
  WHEN 'detainee_citizenship' THEN EXISTS (SELECT 1 FROM detainee_citizenship AS row ${ofPublicPerson('row')} WHERE row.id = record_id)
  WHEN 'detention' THEN EXISTS (SELECT 1 FROM detention AS row ${ofPublicPerson('row')} WHERE row.id = record_id)
  WHEN 'charge' THEN EXISTS (SELECT 1 FROM charge AS row ${ofPublicDetention('row')} WHERE row.id = record_id)
  WHEN 'sentence' THEN EXISTS (SELECT 1 FROM sentence AS row ${ofPublicDetention('row')} WHERE row.id = record_id)
  WHEN 'recognition' THEN EXISTS (SELECT 1 FROM recognition AS row ${ofPublicPerson('row')} WHERE row.id = record_id)
  WHEN 'release_person' THEN EXISTS (SELECT 1 FROM release_person AS row ${ofPublicPerson('row')} WHERE row.id = record_id)
  WHEN 'release_event' THEN EXISTS (SELECT 1 FROM release_event AS row WHERE row.id = record_id)
  WHEN 'release_count' THEN EXISTS (SELECT 1 FROM release_count AS row WHERE row.id = record_id)
  WHEN 'sanctions_action' THEN EXISTS (SELECT 1 FROM sanctions_action AS row WHERE row.id = record_id)
  WHEN 'release_sanction' THEN EXISTS (SELECT 1 FROM release_sanction AS row WHERE row.id = record_id)
  WHEN 'event_note' THEN EXISTS (SELECT 1 FROM event_note AS row WHERE row.id = record_id)
  ELSE 0 END`

/** In the order in which rows can be inserted without breaking a foreign key. */
export const publishedTables: { readonly [Name in keyof RecordTables]: PublishedTable<Name> } = {
  source: {
    columns: ['id', 'title', 'publisher', 'author', 'url', ...dateColumns('published'), 'language', 'retrieved', 'sha256'],
    // A link to a source that is left out would tell of it.
    guarded: { copy_of: `CASE WHEN source.copy_of IN (SELECT source_id FROM publishable_source) THEN source.copy_of END` },
    rows: `WHERE source.id IN (SELECT source_id FROM publishable_source)`,
  },
  detainee: {
    columns: ['id'],
    guarded: {
      sex: onlyPublic('detainee', 'sex', "'not_stated'"),
      ...guardedDate('detainee', 'birth'),
      description: onlyPublic('detainee', 'description'),
      occupation: onlyPublic('detainee', 'occupation'),
      status: onlyPublic('detainee', 'status', "'unknown'"),
      ...guardedDate('detainee', 'status_as_of'),
      visibility: 'publishable.visibility',
      merged_into: 'detainee.merged_into',
    },
    rows: `JOIN publishable ON publishable.id = detainee.id`,
  },
  detainee_citizenship: {
    columns: ['id', 'detainee_id', 'country'],
    rows: ofPublicPerson('detainee_citizenship'),
  },
  detainee_name: {
    columns: ['id', 'detainee_id', 'text', 'lang', 'script', 'kind', 'folded', 'name_key'],
    rows: ofPublicPerson('detainee_name'),
  },
  detention: {
    columns: ['id', 'detainee_id', 'country', ...dateColumns('arrest'), ...dateColumns('end'), 'end_reason', 'place', 'authority'],
    rows: ofPublicPerson('detention'),
  },
  charge: { columns: ['id', 'detention_id', 'article', 'code_of_law', 'text'], rows: ofPublicDetention('charge') },
  sentence: {
    columns: ['id', 'detention_id', 'kind', 'length_text', 'length_days', ...dateColumns('sentenced')],
    rows: ofPublicDetention('sentence'),
  },
  recognition: {
    columns: ['id', 'detainee_id', 'recognised_by', ...dateColumns('recognised'), 'criteria'],
    rows: ofPublicPerson('recognition'),
  },
  destination: {
    columns: ['id', 'code', 'label_longitude', 'label_latitude'],
    rows: `WHERE destination.code IN (
      SELECT cell FROM release_count WHERE dimension = 'destination'
      UNION SELECT ${personGuard('destination', 'NULL')} FROM release_person
        JOIN publishable ON publishable.id = release_person.detainee_id)`,
  },
  release_event: { columns: ['id', 'title', ...dateColumns('date'), 'country', 'basis', 'summary'] },
  release_count: {
    columns: [
      'id',
      'release_event_id',
      'dimension',
      'cell',
      'relation',
      'lowest',
      'best',
      'highest',
      'qualifier',
      'population',
      'said_by',
      'state',
    ],
  },
  release_person: {
    columns: ['id', 'release_event_id', 'detainee_id'],
    guarded: {
      destination: personGuard('destination', 'NULL'),
      destination_state: onlyPublic('release_person', 'destination_state', "'not_stated'"),
      departure_mode: onlyPublic('release_person', 'departure_mode'),
      restrictions: onlyPublic('release_person', 'restrictions'),
      onward_country: onlyPublic('release_person', 'onward_country'),
      ...guardedDate('release_person', 'onward'),
    },
    rows: `JOIN publishable ON publishable.id = release_person.detainee_id`,
  },
  sanctions_action: {
    columns: [
      'id',
      'authority',
      'agency',
      'action',
      'target',
      'commodity',
      'instrument',
      ...dateColumns('announced'),
      ...dateColumns('issued'),
      ...dateColumns('effective'),
      ...dateColumns('expires'),
      'conditions',
      'status',
      'refers_to',
    ],
  },
  release_sanction: { columns: ['id', 'release_event_id', 'sanctions_action_id', 'relation', 'said_by'] },
  event_note: { columns: ['id', 'release_event_id', 'kind', 'said_by', 'said_by_role', 'text'] },
  evidence: {
    columns: [
      'id',
      'source_id',
      'record_table',
      'record_id',
      'field',
      'quote',
      'quote_start',
      'quote_end',
      'asserts',
      'said_by',
    ],
    rows: `WHERE ${isPublicEvidence}`,
  },
}

const strictness = "CASE detainee.visibility WHEN 'withheld' THEN 2 WHEN 'name_withheld' THEN 1 ELSE 0 END"

/** Temporary tables that the conditions above read, made once per publication. */
export const preparation: readonly string[] = [
  `CREATE TEMP TABLE publishable (id INTEGER PRIMARY KEY, visibility TEXT NOT NULL)`,
  `INSERT INTO publishable (id, visibility)
    WITH RECURSIVE chain (id, next, depth) AS (
      SELECT id, id, 0 FROM detainee WHERE merged_into IS NOT NULL
      UNION SELECT chain.id, detainee.merged_into, depth + 1 FROM chain
        JOIN detainee ON detainee.id = chain.next
        WHERE detainee.merged_into IS NOT NULL AND depth < 50),
    strictest (id, level) AS (
      SELECT id, ${strictness} FROM detainee WHERE merged_into IS NULL
      UNION ALL SELECT chain.id, MAX(${strictness}) FROM chain JOIN detainee ON detainee.id = chain.next GROUP BY chain.id)
    SELECT id, CASE level WHEN 1 THEN 'name_withheld' ELSE 'public' END AS visibility
    FROM strictest WHERE level < 2`,
  // A source that supports nothing public is left out: its very title may tell of someone.
  `CREATE TEMP TABLE publishable_source AS SELECT source.id AS source_id FROM source
    WHERE EXISTS (SELECT 1 FROM evidence WHERE evidence.source_id = source.id AND ${isPublicEvidence})`,
]

/** The statement that reads the published rows of a table, and its columns in order; only those that are asked for. */
export const publishedRows = (name: keyof RecordTables, isAsked: (column: string) => boolean = () => true): { columns: string[]; select: string } => {
  const { columns, guarded = {}, rows = '' } = publishedTables[name]
  const plain = columns.map((column): [string, string] => [column, `${name}.${column}`])
  const asked = [...plain, ...Object.entries<string>(guarded)].filter(([column]) => isAsked(column))
  const values = asked.map(([column, expression]) => `${expression} AS ${column}`)
  return { columns: asked.map(([column]) => column), select: `SELECT ${values.join(', ')} FROM ${name} ${rows} ORDER BY ${name}.id` }
}
