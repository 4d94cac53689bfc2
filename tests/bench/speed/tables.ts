import { type Ratio, type Size, isBroken, isMet } from './limits.ts'
import { type Measured, shareByProcessor, shareOfExpress } from './measure-door.ts'
import type { AtDesk } from './measure-desk.ts'
import type { Whole } from './measure-whole.ts'

/** Figures as Markdown, for the terminal and for docs/performance.md. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

const milliseconds = (value: number): string => (Number.isNaN(value) ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0))
const ratio = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1))

const head = ['question', 'p50', 'p99', 'answers/s', 'p50 (32)', 'p99 (32)', 'answers/s (32)', 'bytes', 'of Express (32)', 'by processor', 'of its statements']

const row = (measured: Measured): string[] => {
  const { name, alone, crowd, inProcess } = measured
  return [
    name,
    milliseconds(alone.p50),
    milliseconds(alone.p99),
    alone.perSecond.toFixed(0),
    milliseconds(crowd.p50),
    milliseconds(crowd.p99),
    crowd.perSecond.toFixed(0),
    String(alone.bytes),
    ratio(shareOfExpress(measured)),
    `${ratio(shareByProcessor(measured))} (${crowd.processor.toFixed(3)} ms)`,
    inProcess === null || Number.isNaN(inProcess) ? '' : `${ratio(alone.p50 / inProcess)} (${milliseconds(inProcess)} ms)`,
  ]
}

export const measuredTable = ({ detainees, worked, kept }: Size): string =>
  [
    `### ${detainees.toLocaleString('en')} people, each answer worked out`,
    table(head, worked.map(row)),
    `### ${detainees.toLocaleString('en')} people, answers kept`,
    table(head.slice(0, -1), kept.map((one) => row(one).slice(0, -1))),
  ].join('\n\n')

const sign = { least: '≥', most: '≤' } as const

const verdict = (one: Ratio): string => (one.limit === null ? '' : isMet(one) ? 'met' : isBroken(one) ? 'BROKEN' : 'missed')

export const ratioTable = (ratios: readonly Ratio[]): string =>
  table(
    ['figure', 'people', 'measured', 'limit', ''],
    ratios.map((one) => [one.what, one.at, ratio(one.value), one.limit === null ? '' : `${sign[one.is]} ${one.limit}`, verdict(one)]),
  )

type Figure = { readonly what: string; readonly value: number; readonly unit: string; readonly is?: 'least' | 'most'; readonly limit?: number }

const figureRow = (detainees: number, { what, value, unit, is = 'most', limit }: Figure): string[] => [
  what,
  detainees.toLocaleString('en'),
  `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`,
  limit === undefined ? '' : `${sign[is]} ${limit} ${unit}`,
  limit === undefined ? '' : (is === 'least' ? value >= limit : value <= limit) ? 'met' : 'missed',
]

const doorFigures = ({ coldStart, idle, csv }: Whole): Figure[] => [
  { what: 'cold start to the first answer', value: coldStart, unit: 'ms', limit: 300 },
  { what: 'resident when idle', value: idle, unit: 'MB', limit: 150 },
  { what: `CSV of everybody (${csv.megabytes.toFixed(0)} MB)`, value: csv.megabytes / csv.seconds, unit: 'MB/s' },
  // A small file is written in less time than the system counts.
  ...(csv.megabytes < 5 ? [] : [{ what: 'of one core', value: csv.megabytes / csv.processor, unit: 'MB/s', is: 'least' as const, limit: 60 }]),
  { what: 'resident meanwhile', value: csv.mostResident, unit: 'MB', limit: 250 },
  { what: 'another question waited meanwhile', value: csv.longestWait, unit: 'ms', limit: 50 },
]

const deskFigures = ({ approval, publishing }: AtDesk): Figure[] => [
  { what: 'approving an event with 100 people', value: approval.clock, unit: 'ms', limit: 10 },
  { what: 'of that, processor time', value: approval.processor, unit: 'ms' },
  ...(publishing === null
    ? []
    : [
        { what: 'publishing', value: publishing.clock, unit: 's', limit: 90 },
        { what: 'of one core', value: publishing.processor, unit: 's' },
        { what: 'a page (p99) before publishing', value: publishing.before, unit: 'ms' },
        { what: 'a page (p99) while publishing', value: publishing.during, unit: 'ms' },
      ]),
]

/** Figures of the machine they were measured on, and no ratios: they are shown against their limits and break nothing. */
export const wholeTable = (wholes: readonly Whole[], atDesk: readonly AtDesk[]): string =>
  table(
    ['of the whole', 'people', 'measured', 'limit', ''],
    [
      ...wholes.flatMap((whole) => doorFigures(whole).map((figure) => figureRow(whole.detainees, figure))),
      ...atDesk.flatMap((desk) => deskFigures(desk).map((figure) => figureRow(desk.detainees, figure))),
    ],
  )
