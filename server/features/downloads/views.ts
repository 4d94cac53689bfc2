import type { DetaineeFilter } from '#contract/detainees.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Link } from '../../http/export/column.ts'
import { type ExportedList, allRows } from '../../http/export/serve-exports.ts'
import { destinationList } from '../destinations/destinations.export.ts'
import { detaineeList } from '../detainees/detainees.export.ts'
import { releaseEventList } from '../release-events/release-events.export.ts'
import { sanctionsActionList } from '../sanctions-actions/sanctions-actions.export.ts'
import { sourceList } from '../sources/sources.export.ts'
import { type Resource, listResource, tableResource } from './resource.ts'
import { type TableInView, tablesOfDetainees, tablesOfEdition, tablesOfReleaseEvents } from './view-tables.ts'

/** The tables of a view, and what they cover in words. */
export type PackagedView = {
  readonly resources: Resource[]
  readonly covers: string
  /** Records of the view's own list so far. */
  readonly records: () => number
}

/** With `most`, only the first records: to measure them. */
export type Extent = { readonly file: RecordFile; readonly link: Link; readonly most?: number }

async function* first<Query, Row>({ find }: ExportedList<Query, Row>, query: Query, most: number): AsyncGenerator<readonly Row[], void, undefined> {
  const { rows } = await find(query, { limit: most, cursor: undefined })
  yield rows.slice(0, most)
}

const named = <Query, Row>(name: string, list: ExportedList<Query, Row>, query: Query, most: number | undefined) => ({
  name,
  about: `${list.title} as the site lists them`,
  columns: list.columns,
  rows: (): AsyncIterable<readonly Row[]> => (most === undefined ? allRows(list, query) : first(list, query, most)),
})

/** The list, then the tables that hang on its records. */
const viewOfList = <Row extends { readonly id: number }>(
  list: ReturnType<typeof named<never, Row>>,
  tablesOf: (ids: () => readonly number[]) => TableInView[],
  covers: string,
  link: Link,
): PackagedView => {
  const ids: number[] = []
  const rows = async function* () {
    for await (const chunk of list.rows()) {
      for (const { id } of chunk) ids.push(id)
      yield chunk
    }
  }
  const tables = tablesOf(() => ids).map((table) => tableResource(table, link))
  return { resources: [listResource({ ...list, rows }, link), ...tables], covers, records: () => ids.length }
}

export const releaseEventView = (filter: ReleaseEventFilter, { file, link, most }: Extent): PackagedView =>
  viewOfList(
    named('release-events', releaseEventList(file), { ...filter, sort: '-date' }, most),
    (ids) => tablesOfReleaseEvents(file.db, ids),
    'all that is recorded of these release events whatever the filter says of their parts (claims, notes, people, linked sanctions actions), and all that is recorded of those people, with the evidence and sources.',
    link,
  )

export const detaineeView = (filter: DetaineeFilter, { file, link, most }: Extent): PackagedView =>
  viewOfList(
    named('detainees', detaineeList(file), { ...filter, sort: 'name' }, most),
    (ids) => tablesOfDetainees(file.db, ids),
    'all that is recorded of these people and of whoever was merged with them, and the release events they were in without the claims, notes and other people of those events, with the evidence and sources.',
    link,
  )

export const editionView = ({ file, link, most }: Extent): PackagedView => {
  const lists = [
    listResource(named('release-events', releaseEventList(file), { sort: '-date' }, most), link),
    listResource(named('detainees', detaineeList(file), { sort: 'name' }, most), link),
    listResource(named('destinations', destinationList(file), {}, most), link),
    listResource(named('sanctions-actions', sanctionsActionList(file), { sort: '-date' }, most), link),
    listResource(named('sources', sourceList(file), { sort: '-published' }, most), link),
  ]
  const tables = tablesOfEdition(file.db, most).map((table) => tableResource(table, link))
  return {
    resources: [...lists, ...tables],
    covers: 'every record of the edition.',
    records: () => tables.reduce((sum, { tally }) => sum + tally.rows, 0),
  }
}
