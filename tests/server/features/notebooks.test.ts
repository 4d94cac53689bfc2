import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notebookCode } from '#contract/charts/notebook-code.ts'
import { Overview } from '#contract/stats.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { registerRecords } from '#server/register/record-file.ts'
import { type ReadApi, readApi } from '#tests/support/read-api.ts'

/*
 * docs/notebooks.md is run: each address in it is asked, and each line that ends in a figure is
 * worked out of the answer, by what pandas and R make of such a line.
 */

const page = readFileSync(fileURLToPath(new URL('../../../docs/notebooks.md', import.meta.url)), 'utf8')
const blockOf = (language: string): string[] => (new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '').split('\n')

type Table = readonly Readonly<Record<string, string>>[]

let api: ReadApi
let close: () => Promise<void>

beforeAll(async () => {
  const register = await openRegisterFile(':memory:')
  await seedRegister(register.db)
  api = await readApi(registerRecords(register))
  close = async () => {
    await api.close()
    await register.close()
  }
})
afterAll(() => close())

const tableAt = async (address: string): Promise<Table> => {
  const { status, text } = await api.get(address.replace(/^http:\/\/127\.0\.0\.1:3000\/api\/editions\/1/, ''))
  expect(status, address).toBe(200)
  return parse(text, { bom: true, columns: true })
}

const columnOf = (table: Table, name: string): string[] =>
  table.map((row) => {
    const value = row[name]
    if (value === undefined) throw new Error(`There is no column ${name}.`)
    return value
  })

const isNumber = (text: string) => /^-?\d+$/.test(text)
const sum = (values: readonly string[]): number => values.reduce((all, value) => all + Number(value), 0)

/** The rows where a column has a value; a column of numbers equals no text, as in pandas and unlike in R. */
const rowsWhere = (table: Table, name: string, literal: string, isStrict: boolean): Table => {
  const isText = literal.startsWith('"')
  if (isStrict && isText && columnOf(table, name).every(isNumber)) return []
  return table.filter((row) => row[name] === literal.replaceAll('"', ''))
}

type Language = { readonly read: RegExp; readonly count: RegExp; readonly sum: RegExp; readonly sumWhere: RegExp }

const python: Language = {
  read: /^(\w+) = numbers\("(http[^"]+)"\)$/,
  count: /^len\((?<table>\w+)\)$/,
  sum: /^(?<table>\w+)\["(?<column>\w+)"\]\.sum\(\)$/,
  sumWhere: /^(?<table>\w+)\.loc\[\w+\["(?<where>\w+)"\] == (?<value>"?[\w-]+"?), "(?<column>\w+)"\]\.sum\(\)$/,
}
const r: Language = {
  read: /^(\w+) <- numbers\("(http[^"]+)"\)$/,
  count: /^nrow\((?<table>\w+)\)$/,
  sum: /^sum\((?<table>\w+)\$(?<column>\w+)\)$/,
  sumWhere: /^sum\((?<table>\w+)\$(?<column>\w+)\[\w+\$(?<where>\w+) == (?<value>"?[\w-]+"?)\]\)$/,
}

const run = async (lines: readonly string[], language: Language): Promise<number> => {
  const tables = new Map<string, Table>()
  const known = (name: string | undefined): Table => {
    const table = tables.get(name ?? '')
    if (table === undefined) throw new Error(`${name} is read nowhere above.`)
    return table
  }
  let figures = 0
  for (const line of lines) {
    const [, name, address] = language.read.exec(line) ?? []
    if (name !== undefined && address !== undefined) tables.set(name, await tableAt(address))
    const [, code, figure] = /^(\S.*?)\s+# (\d+)$/.exec(line) ?? []
    if (code === undefined) continue
    figures += 1
    const [count, whole, part] = [language.count, language.sum, language.sumWhere].map((pattern) => pattern.exec(code)?.groups)
    const found = count
      ? known(count['table']).length
      : whole
        ? sum(columnOf(known(whole['table']), whole['column'] ?? ''))
        : part
          ? sum(columnOf(rowsWhere(known(part['table']), part['where'] ?? '', part['value'] ?? '', language === python), part['column'] ?? ''))
          : null
    expect(found, line).toBe(Number(figure))
  }
  return figures
}

describe('the worked example', () => {
  test('arrives at the figures it states, in Python', async () => {
    expect(await run(blockOf('python'), python)).toBeGreaterThanOrEqual(15)
  })

  test('arrives at the figures it states, in R', async () => {
    expect(await run(blockOf('r'), r)).toBeGreaterThanOrEqual(5)
  })

  test('states the numbers of the overview', async () => {
    const { releases, named, unnamed } = Overview.parse((await api.get('/stats/overview')).json())
    const figuresOf = (code: string) => [...page.matchAll(/^(\S.*?)\s+# (\d+)$/gm)].filter(([, line]) => line === code).map(([, , figure]) => Number(figure))
    expect(figuresOf('years["events"].sum()')).toEqual([releases.events])
    expect(figuresOf('years["reported"].sum()')).toEqual([releases.reported.best])
    expect(figuresOf('years["lowest"].sum()')).toEqual([releases.reported.lowest])
    expect(figuresOf('years["highest"].sum()')).toEqual([releases.reported.highest])
    expect(figuresOf('named["people"].sum()')).toEqual([named.people])
    expect(figuresOf('named["releases"].sum()')).toEqual([named.releases])
    expect(figuresOf('events["unnamed_lowest"].sum()')).toEqual([unnamed.lowest])
    expect(figuresOf('events["unnamed_highest"].sum()')).toEqual([unnamed.highest])
  })

  test('reads as the pages write it', () => {
    const { python: code, r: other } = notebookCode('http://127.0.0.1:3000/api/editions/1/stats/flows.csv', 'about')
    for (const words of ['keep_default_na=False', 'na_values=[""]']) expect([code.includes(words), page.includes(words)]).toEqual([true, true])
    for (const words of ['fileEncoding = "UTF-8-BOM"', 'na.strings = ""']) expect([other.includes(words), page.includes(words)]).toEqual([true, true])
  })
})
