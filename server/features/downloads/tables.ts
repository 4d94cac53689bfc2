import { actionLabels, actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import { type PackagedTable, type TableName, civilDate, code, dayOnly, id, key, number, words } from './table.ts'
import { tablesOfEvents } from './tables-of-events.ts'
import { tablesOfPeople } from './tables-of-people.ts'

const sanctionsAction: PackagedTable = {
  name: 'sanctions_action',
  about: 'An act of an authority',
  columns: [
    id('Number of the action: 4 is shown as S-4'),
    code('authority', 'Whose act it is', authorityLabels),
    words('agency', 'Agency of the authority'),
    code('action', 'Kind of act', actionLabels),
    words('target', 'Whom or what it is about'),
    words('commodity', 'Goods it is about'),
    words('instrument', 'The legal instrument'),
    ...civilDate('announced', 'When it was announced'),
    ...civilDate('issued', 'When it was issued'),
    ...civilDate('effective', 'When it took effect'),
    ...civilDate('expires', 'When it ends by its own terms'),
    words('conditions', 'What it is tied to'),
    code('status', 'Status', actionStatusLabels),
    key('refers_to', 'sanctions_action', 'Another record of the same act', false),
  ],
}

const source: PackagedTable = {
  name: 'source',
  about: 'A publication',
  columns: [
    id('Number of the source: 7 is shown as SRC-7'),
    words('title', 'Title'),
    words('publisher', 'Who published it'),
    words('author', 'Who wrote it'),
    words('url', 'Its address'),
    ...civilDate('published', 'When it was published'),
    words('language', 'Its language, as in BCP 47'),
    dayOnly('retrieved', 'When it was last read'),
    words('sha256', 'SHA-256 of the copy that was read'),
    key('copy_of', 'source', 'The source it copies', false),
  ],
}

const others = [...tablesOfPeople, ...tablesOfEvents, sanctionsAction]

/** The field names are those of the API: `statusAsOf` for the columns `status_as_of_…`. */
const evidence: PackagedTable = {
  name: 'evidence',
  about: 'A source supports one value of one row',
  columns: [
    id('Number of the evidence'),
    key('source_id', 'source', 'The source'),
    code('record_table', 'Table of the row', Object.fromEntries(others.map(({ name, about }) => [name, about]))),
    number('record_id', 'The id of the row in that table', { required: true }),
    words('field', 'The value it supports', { required: true }),
    words('quote', 'The words of the source; empty where none are kept'),
    number('quote_start', 'Offset of the words in their passage'),
    number('quote_end', 'Where they end'),
    words('asserts', 'The value as this source has it'),
    words('said_by', 'Who is quoted'),
  ],
}

/** Every record table, as it is described to who takes it along. Text made for searching is left out. */
export const packagedTables: readonly PackagedTable[] = [...others, evidence, source]

export const tableCalled = (name: TableName): PackagedTable => {
  const table = packagedTables.find((candidate) => candidate.name === name)
  if (!table) throw new Error(`${name} is in no package`)
  return table
}
