import { monthName } from '#contract/dates/english-months.ts'
import type { Citation } from '#contract/cite.ts'

/** What every form of a citation is made of. Days are YYYY-MM-DD. */
export type CitationParts = {
  readonly title: string
  readonly edition: string
  readonly published: string
  readonly url: string
  readonly accessed: string | null
  readonly records: number
  readonly sha256: string
  readonly note: string
}

const publisher = 'Habeas'

const dayParts = (day: string): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

const monthFirst = (day: string): string => `${monthName(dayParts(day)[1])} ${dayParts(day)[2]}, ${dayParts(day)[0]}`

/** One line: a form made of lines must not be given another by a title. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()

const checksum = ({ sha256, records }: CitationParts): string =>
  `${records} ${records === 1 ? 'record' : 'records'}, SHA-256 of the result ${sha256}`

/** APA, 7th edition, 10.9 "Data sets". */
const apa = (parts: CitationParts): string =>
  `${publisher}. (${parts.published.slice(0, 4)}). ${oneLine(parts.title)} (Edition ${parts.edition}) [Data set; ${checksum(parts)}]. ${
    parts.accessed === null ? '' : `Retrieved ${monthFirst(parts.accessed)}, from `
  }${parts.url}`

/** Chicago, 17th edition, 14.257 "Citing data from a database". */
const chicago = (parts: CitationParts): string =>
  `${publisher}. “${oneLine(parts.title).replaceAll('“', '‘').replaceAll('”', '’')}.” Edition ${parts.edition}, ${monthFirst(parts.published)}. ${checksum(parts)}. ${
    parts.accessed === null ? '' : `Accessed ${monthFirst(parts.accessed)}. `
  }${parts.url}.`

const latexSigns: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  // An escaped brace still counts when BibTeX looks for the end of a field: these do not.
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
}

const latex = (text: string): string => oneLine(text).replaceAll(/[\\{}~^#$%&_]/g, (sign) => latexSigns[sign] ?? `\\${sign}`)

const bibtex = (parts: CitationParts): string => {
  const fields: [name: string, value: string][] = [
    ['author', `{${publisher}}`],
    ['title', `{${latex(parts.title)}}`],
    ['year', parts.published.slice(0, 4)],
    ['date', parts.published],
    ['edition', latex(parts.edition)],
    ['publisher', publisher],
    ['howpublished', 'Data set'],
    ['url', parts.url],
    ...(parts.accessed === null ? [] : [['urldate', parts.accessed] as [string, string]]),
    ['note', latex(`${checksum(parts)}. ${parts.note}`)],
  ]
  const key = `habeas-${parts.edition}-${parts.sha256.slice(0, 12)}`
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

const slashed = (day: string): string => `${day.replaceAll('-', '/')}/`

/** RIS as reference managers write it: a tag of two signs, two spaces, a hyphen, a space; lines end in CR LF. */
const ris = (parts: CitationParts): string =>
  [
    ['TY', 'DATA'],
    ['AU', publisher],
    ['TI', parts.title],
    ['PY', parts.published.slice(0, 4)],
    ['DA', slashed(parts.published)],
    ['ET', parts.edition],
    ['PB', publisher],
    ['UR', parts.url],
    ...(parts.accessed === null ? [] : [['Y2', slashed(parts.accessed)]]),
    ['N1', `${checksum(parts)}. ${parts.note}`],
    ['ER', ''],
  ]
    .map(([tag = '', value = '']) => `${tag}  - ${oneLine(value)}\r\n`)
    .join('')

const cslJson = (parts: CitationParts): string =>
  JSON.stringify(
    [
      {
        id: `habeas-${parts.edition}-${parts.sha256.slice(0, 12)}`,
        type: 'dataset',
        title: oneLine(parts.title),
        author: [{ literal: publisher }],
        publisher,
        edition: parts.edition,
        issued: { 'date-parts': [dayParts(parts.published)] },
        ...(parts.accessed === null ? {} : { accessed: { 'date-parts': [dayParts(parts.accessed)] } }),
        URL: parts.url,
        note: `${checksum(parts)}. ${parts.note}`,
      },
    ],
    null,
    2,
  )

/** One citation in every form. */
export const formatCitation = (parts: CitationParts): Citation['formats'] => ({
  apa: apa(parts),
  chicago: chicago(parts),
  bibtex: bibtex(parts),
  ris: ris(parts),
  cslJson: cslJson(parts),
})
