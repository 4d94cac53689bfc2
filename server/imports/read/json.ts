import { readFile, stat } from 'node:fs/promises'
import { checkRow } from './check-row.ts'
import { guessEncoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { Table, TableRow } from './table.ts'

type Item = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)

const cellOf = (value: unknown, where: string): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every(isPlain)) return value.map((one) => cellOf(one, where)).join('; ')
  throw new FileProblem(`${where} holds an object. Only flat objects are read: give its parts names of their own.`)
}

/** The list itself, or the only list in an object around it. */
const listIn = (parsed: unknown): readonly unknown[] => {
  if (Array.isArray(parsed)) return parsed
  const lists = isItem(parsed) ? Object.values(parsed).filter(Array.isArray) : []
  const [only] = lists
  if (only === undefined || lists.length > 1) {
    throw new FileProblem('This JSON is not a list. Send an array of objects: [{"name": "…"}, …].')
  }
  return only
}

const parseText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = error instanceof SyntaxError ? /line (\d+)/.exec(error.message)?.[1] : undefined
    throw new FileProblem(`This is not JSON${at === undefined ? '' : `: something is wrong near line ${at}`}. Check that it is whole, and send it again.`)
  }
}

function* rowsOf(list: readonly unknown[], limits: ReadLimits): Generator<TableRow> {
  const names = new Set<string>()
  for (const [index, item] of list.entries()) {
    if (!isItem(item)) throw new FileProblem(`Item ${index + 1} of the list is not an object. Send an array of objects.`)
    for (const name of Object.keys(item)) names.add(name)
    if (names.size > limits.columns) checkRow({ number: index + 1, cells: [...names] }, limits)
  }
  const columns = [...names]
  yield checkRow({ number: 1, cells: columns }, limits)
  for (const [index, item] of list.entries()) {
    const cells = columns.map((name) => cellOf(isItem(item) ? item[name] : null, `Item ${index + 1}, “${name.slice(0, 40)}”`))
    yield checkRow({ number: index + 2, cells }, limits)
  }
}

/** Opens a JSON array of flat objects. Row 1 is their names, row 2 the first object. */
export const openJson = async (file: string, limits: ReadLimits): Promise<Table> => {
  const { size } = await stat(file)
  if (size > limits.jsonBytes) {
    throw new FileProblem(`A JSON file may have ${Math.floor(limits.jsonBytes / 1024 / 1024)} MB at most. Send it as CSV, or in parts.`)
  }
  const bytes = await readFile(file)
  const list = listIn(parseText(new TextDecoder(guessEncoding(bytes.subarray(0, 64 * 1024))).decode(bytes)))
  return {
    format: 'json',
    encoding: null,
    delimiter: null,
    sheets: [],
    rows: () => rowsOf(list, limits),
  }
}
