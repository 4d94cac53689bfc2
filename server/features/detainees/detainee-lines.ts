import { createHash } from 'node:crypto'
import { countryCodes } from '#contract/countries.ts'
import { sexLabels, statusLabels } from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import { parted, parting } from '../../db/person-lines.ts'
import { csvCell, csvHead } from '../../http/export/csv.ts'
import { notStatedDate } from '../common/dates.ts'
import { detaineeColumns } from './detainees.columns.ts'

/*
 * A person's line in the CSV of the list, in pieces around what depends on who asks: how the person
 * stands to the dates of the filter, and the address of this site. These are the last two cells; a
 * test holds the pieces to the columns.
 */

export type LinePieces = {
  /** Up to the cell of `certainty`. */
  readonly before: string
  /** From the address of this site on, with the CRLF. */
  readonly after: string
}

const askedCells = 2
const sameForAll = detaineeColumns.slice(0, -askedCells)
const pathOf = detaineeColumns.at(-1)?.of

const withoutSite = (path: string): string => path

/** Null where a text holds the sign that parts our own words: it would be lost. */
export const piecesOf = (row: DetaineeRow): LinePieces | null => {
  let before = ''
  for (const { of, inWords } of sameForAll) {
    const cell = csvCell(of(row, withoutSite))
    if (cell.includes(parting)) return null
    before += `${inWords ? parted(cell) : cell},`
  }
  return { before, after: `${csvCell(pathOf?.(row, withoutSite) ?? null)}\r\n` }
}

const person: DetaineeRow = {
  id: 1,
  ref: 'D-1',
  name: '=name, "as" stated',
  lang: 'und',
  sex: 'not_stated',
  birth: notStatedDate,
  occupation: null,
  description: 'in\nlines',
  status: 'unknown',
  statusAsOf: notStatedDate,
  arrested: notStatedDate,
  releases: 0,
  lastReleased: notStatedDate,
  destinations: ['not_stated'],
  stayedIn: [],
  onTheWayTo: [],
  refused: false,
  certainty: 'certain',
}

const codesOf = <Code extends string>(labels: Readonly<Record<Code, string>>): Code[] => Object.keys(labels) as Code[]

/** Of each kind that is written in a way of its own. */
const edtfs = ['2024', '2024-02', '2024-02-03', '202X', '2024-02?', '2024~', '2024%', '2023/2024', '2024-02-03/2024-02-09', '../2024', '2024/..']
const dates: readonly StatedDate[] = [
  ...edtfs.flatMap((edtf): StatedDate[] => [
    { edtf, earliest: '2024-01-01', latest: null, basis: 'stated' },
    { edtf, earliest: null, latest: '2024-12-31', basis: 'inferred' },
  ]),
  { ...notStatedDate, basis: 'withheld' },
]

const people: readonly DetaineeRow[] = [
  { ...person, destinations: countryCodes.toSorted(), stayedIn: countryCodes.toSorted() },
  ...codesOf(sexLabels).map((sex) => ({ ...person, sex })),
  ...codesOf(statusLabels).map((status) => ({ ...person, status })),
  ...dates.map((date) => ({ ...person, birth: date, statusAsOf: date, arrested: date, lastReleased: date })),
]

const workOutForm = (): string => {
  const hash = createHash('sha256').update(csvHead(detaineeColumns))
  for (const row of people) hash.update(JSON.stringify(piecesOf(row)))
  return hash.digest('hex')
}

let form: string | undefined

/**
 * How this program writes lines, as a hash over its columns and over invented people who have every
 * code, every country and every kind of date. Lines that were kept in another form (other
 * words for a code, another column, another version of the names of countries) are not to be used.
 */
export const formOfLines = (): string => (form ??= workOutForm())
