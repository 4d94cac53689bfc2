import type { Request } from 'express'
import type { Edition } from '#contract/editions.ts'
import { dataLicence, dataLicenceNotice } from '#contract/licence.ts'
import { originOf } from '../public-address.ts'
import type { Link } from './column.ts'
import type { Sheet } from './xlsx.ts'

/** What a file was made of, said in the file itself so that it can be found again. */
export type View = {
  readonly sentence: string
  /** Records of the list, or 1. */
  readonly rows: number
  /** The parameters as they stood in the address, without their `?`. */
  readonly query: string
  /** Where the file was taken. */
  readonly address: string
  /** The same from the edition it was taken of, which later editions do not change. */
  readonly permanent: string | null
  /** Its number and revision. */
  readonly edition: string | null
  readonly published: string | null
  /** Invented records, for trying things out: it says so wherever it goes. */
  readonly fictional: boolean
}

export const linkOf =
  (request: Request): Link =>
  (path) =>
    `${originOf(request)}${path}`

export const viewOf = (request: Request, sentence: string, rows: number, edition: Edition | null): View => {
  const address = request.originalUrl
  return {
    sentence,
    rows,
    query: address.includes('?') ? address.slice(address.indexOf('?') + 1) : '',
    address: originOf(request) + address,
    permanent: edition && originOf(request) + address.replace(/^\/api(\/editions\/\d+)?\//, `/api/editions/${edition.number}/`),
    edition: edition?.label ?? null,
    published: edition?.publishedAt ?? null,
    fictional: edition?.fictional ?? false,
  }
}

export const fictionalNotice = 'This register is invented, for trying things out: it tells of no real person.'

/** The sheet that says what the others hold. */
export const aboutSheet = (view: () => View): Sheet => ({
  name: 'About',
  columns: ['about', 'value'],
  rows: async function* () {
    const { sentence, rows, query, address, permanent, edition, published, fictional } = view()
    yield [
      ['What this is', sentence],
      ...(fictional ? [['Take note', fictionalNotice]] : []),
      ['Rows', rows],
      ['Query', query === '' ? 'none: the whole list' : query],
      ['Edition', edition ?? 'none: the register itself, before publication'],
      ['Published', published],
      ['Address', address],
      ['The same for ever', permanent],
      ['Licence', dataLicence.title],
      ['Text of the licence', dataLicence.path],
      ['What it covers', dataLicenceNotice],
      ['Empty cells', 'No source says it. Dates are in EDTF beside their first and last possible day.'],
    ]
  },
})
