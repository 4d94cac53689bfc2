import type { Kysely } from 'kysely'
import type { Records } from '../../db/records.ts'
import type { TableName, TableRow } from './table.ts'
import { type Rows, allRows, closed, rowsWhere } from './table-rows.ts'
import { packagedTables, tableCalled } from './tables.ts'

/** A table of a package. The rows of one are known when those of all before it have been read. */
export type TableInView = { readonly name: TableName; readonly rows: () => Rows }

/** What has been written so far, and what it refers to: the next tables are chosen by it. */
type Seen = {
  readonly written: (table: TableName) => number[]
  readonly referred: (table: TableName) => (string | number)[]
  readonly note: (table: TableName, rows: Rows) => Rows
}

const watch = (): Seen => {
  const written = new Map<TableName, number[]>()
  const referred = new Map<TableName, Set<string | number>>()
  const refer = (table: TableName, value: string | number): void => {
    referred.set(table, (referred.get(table) ?? new Set()).add(value))
  }
  const noteRow = (table: TableName, row: TableRow): void => {
    const ids = written.get(table) ?? []
    ids.push(Number(row['id']))
    written.set(table, ids)
    for (const { name, refersTo } of tableCalled(table).columns) {
      const value = row[name]
      if (!refersTo || value === null || value === undefined || typeof value === 'boolean') continue
      refer(refersTo, value)
    }
    // A claim by destination names a country without a key: its place on the map belongs to the view.
    if (table === 'release_count' && row['dimension'] === 'destination') refer('destination', String(row['cell']))
  }
  return {
    written: (table) => written.get(table) ?? [],
    referred: (table) => [...(referred.get(table) ?? [])],
    note: async function* (table, rows) {
      for await (const some of rows) {
        for (const row of some) noteRow(table, row)
        yield some
      }
    },
  }
}

const numbers = (values: readonly (string | number)[]): number[] => values.map(Number)

/** Tables whose rows hang on one row of another. */
const childrenOf = { detainee: 'detainee_id', detention: 'detention_id', release_event: 'release_event_id' } as const

/** How to read each table of a view in its turn. */
const readers = (db: Kysely<Records>, seen: Seen) => {
  const hangingOn = (parent: keyof typeof childrenOf) => (table: TableName) => ({
    name: table,
    rows: () => seen.note(table, rowsWhere(db, table, childrenOf[parent], seen.written(parent))),
  })
  const chosen = (name: TableName, ids: () => Promise<Iterable<number>> | Iterable<number>): TableInView => ({
    name,
    rows: async function* () {
      yield* seen.note(name, rowsWhere(db, name, 'id', await ids()))
    },
  })
  const evidence: TableInView = {
    name: 'evidence',
    rows: async function* () {
      for (const { name } of packagedTables) {
        const supported = { column: 'record_table', value: name }
        yield* seen.note('evidence', rowsWhere(db, 'evidence', 'record_id', seen.written(name), supported))
      }
    },
  }
  const last: TableInView[] = [
    {
      name: 'destination',
      rows: () => seen.note('destination', rowsWhere(db, 'destination', 'code', seen.referred('destination'))),
    },
    evidence,
    chosen('source', () => closed(db, 'source', 'copy_of', numbers(seen.referred('source')), false)),
  ]
  const people = (ids: () => readonly number[]): TableInView[] => [
    chosen('detainee', () => closed(db, 'detainee', 'merged_into', ids(), true)),
    ...(['detainee_name', 'detainee_citizenship', 'detention', 'recognition'] as const).map(hangingOn('detainee')),
    ...(['charge', 'sentence'] as const).map(hangingOn('detention')),
  ]
  return { hangingOn, chosen, people, last }
}

/** All that is recorded of these events: their claims, notes, links and people, with everything known of the people. */
export const tablesOfReleaseEvents = (db: Kysely<Records>, events: () => readonly number[]): TableInView[] => {
  const seen = watch()
  const { hangingOn, chosen, people, last } = readers(db, seen)
  return [
    chosen('release_event', events),
    ...(['release_count', 'event_note', 'release_sanction', 'release_person'] as const).map(hangingOn('release_event')),
    chosen('sanctions_action', () =>
      closed(db, 'sanctions_action', 'refers_to', numbers(seen.referred('sanctions_action')), true),
    ),
    ...people(() => numbers(seen.referred('detainee'))),
    ...last,
  ]
}

/** All that is recorded of these people; of the events they were released in, the event alone. */
export const tablesOfDetainees = (db: Kysely<Records>, detainees: () => readonly number[]): TableInView[] => {
  const seen = watch()
  const { hangingOn, chosen, people, last } = readers(db, seen)
  return [
    ...people(detainees),
    hangingOn('detainee')('release_person'),
    chosen('release_event', () => numbers(seen.referred('release_event'))),
    ...last,
  ]
}

/** Every table whole, or the first `most` rows of each. */
export const tablesOfEdition = (db: Kysely<Records>, most?: number): TableInView[] =>
  packagedTables.map(({ name }) => ({ name, rows: () => allRows(db, name, most) }))
