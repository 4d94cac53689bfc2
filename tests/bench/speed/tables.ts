import { type Ratio, type Size, isBroken, isMet } from './limits.ts'
import { type Measured, shareOfExpress } from './measure-door.ts'
import type { Whole } from './measure-whole.ts'

/** Figures as Markdown, for the terminal and for docs/performance.md. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

const milliseconds = (value: number): string => (Number.isNaN(value) ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0))
const ratio = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1))

const head = ['question', 'p50', 'p99', 'answers/s', 'p50 (32)', 'p99 (32)', 'answers/s (32)', 'bytes', 'of Express (32)', 'of its statements']

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

const verdict = (one: Ratio): string => (isMet(one) ? 'met' : isBroken(one) ? 'BROKEN' : 'missed')

export const ratioTable = (ratios: readonly Ratio[]): string =>
  table(
    ['figure', 'people', 'measured', 'limit', ''],
    ratios.map((one) => [one.what, one.at, ratio(one.value), `${one.is === 'least' ? '≥' : '≤'} ${one.limit}`, verdict(one)]),
  )

/** Figures of the machine they were measured on, and no ratios: they are shown against their limits and break nothing. */
export const wholeTable = (wholes: readonly Whole[]): string => {
  const line = (detainees: number, what: string, value: number, unit: string, limit: number, is: 'least' | 'most'): string[] => [
    what,
    detainees.toLocaleString('en'),
    `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`,
    `${is === 'least' ? '≥' : '≤'} ${limit} ${unit}`,
    (is === 'least' ? value >= limit : value <= limit) ? 'met' : 'missed',
  ]
  const rows = wholes.flatMap(({ detainees, coldStart, idle, csv }) => [
    line(detainees, 'cold start to the first answer', coldStart, 'ms', 300, 'most'),
    line(detainees, 'resident when idle', idle, 'MB', 150, 'most'),
    line(detainees, `CSV of everybody (${csv.megabytes.toFixed(0)} MB)`, csv.megabytes / csv.seconds, 'MB/s', 60, 'least'),
    line(detainees, 'resident meanwhile', csv.mostResident, 'MB', 250, 'most'),
    line(detainees, 'another question waited meanwhile', csv.longestWait, 'ms', 50, 'most'),
  ])
  return table(['of the whole door', 'people', 'measured', 'limit', ''], rows)
}
