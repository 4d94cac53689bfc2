import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unmarkFormula } from '#contract/spreadsheet-text.ts'
import type { RecordTables } from '#server/db/records.ts'
import { type EditionDoor, editionDoor } from '../../support/edition-door.ts'
import { readPackage } from '../../support/read-package.ts'
import { readXlsx, recordsOf } from '../../support/read-xlsx.ts'
import { write } from '../../support/test-register.ts'

/*
 * Texts that a spreadsheet would run, in every field that holds text.
 */

const payloads = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '  =1',
  '"=1"',
  "'=1",
  "''+1",
  '\u200B=1',
  '\n\t=1',
  '=HYPERLINK("http://localhost/","x")',
  'plain, with "quotes"; and\r\na line',
  '<b>&amp;</b>',
  '_x0041_ \u0001',
  "'tis plain",
]

const freeTexts: { readonly [Table in keyof RecordTables]?: readonly (keyof RecordTables[Table] & string)[] } = {
  source: ['title', 'publisher', 'author', 'language'],
  detainee: ['description', 'occupation'],
  detainee_name: ['text'],
  detention: ['place', 'authority'],
  charge: ['article', 'code_of_law', 'text'],
  sentence: ['length_text'],
  recognition: ['recognised_by', 'criteria'],
  release_event: ['title', 'summary'],
  release_count: ['said_by'],
  sanctions_action: ['agency', 'target', 'commodity', 'instrument'],
  release_sanction: ['said_by'],
  event_note: ['said_by', 'said_by_role', 'text'],
  evidence: ['quote', 'asserts', 'said_by'],
}

let folder: string
let door: EditionDoor
/** By table and row, what each field was given. */
const given = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-formulas-'))
  door = await editionDoor(folder, {
    detainees: 120,
    seed: 9,
    change: (register) =>
      write(register, async (db) => {
        await db.updateTable('destination').set({ label_longitude: -12.5, label_latitude: -1 }).execute()
        for (const [table, columns] of Object.entries(freeTexts)) {
          const { rows } = await sql<{ id: number }>`SELECT id FROM ${sql.table(table)} WHERE id <= 63`.execute(db)
          for (const { id } of rows) {
            for (const [index, column] of columns.entries()) {
              const text = payloads[(id + index) % payloads.length] ?? ''
              // Offsets belong to the words they were measured in.
              const also = column === 'quote' ? sql`, quote_start = NULL, quote_end = NULL` : sql``
              await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${text} ${also} WHERE id = ${id}`.execute(db)
              given.set(`${table} ${id} ${column}`, text)
            }
          }
        }
      }),
  })
})

afterAll(async () => {
  await door.close()
  await rm(folder, { recursive: true, force: true })
})

const take = async (path: string): Promise<Uint8Array> => {
  const response = await fetch(`${door.address}${path}`)
  expect(response.status, path).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/** Said here once more, in other words than the program's: what a careless spreadsheet makes of a cell. */
const wouldRun = (cell: string): boolean => {
  const first = [...cell].find((letter) => letter.trim() !== '' && !['"', '\u200B'].includes(letter)) ?? ''
  return ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'].includes(first) || ['\t', '\r'].includes(cell[0] ?? '')
}

test('no text of any table runs in a spreadsheet, and each can be had back letter by letter', async () => {
  const { tables } = readPackage(await take('/edition.zip'))
  let compared = 0
  for (const [name, { described, rows }] of tables) {
    const texts = described.schema.fields.filter(({ type }) => type === 'string').map((field) => field.name)
    for (const row of rows) {
      for (const column of texts) {
        const cell = row[column] ?? ''
        expect(wouldRun(cell), `${name}.${column}: ${JSON.stringify(cell)}`).toBe(false)
        const text = given.get(`${name} ${row['id']} ${column}`)
        if (text === undefined) continue
        expect(unmarkFormula(cell), `${name}.${column}`).toBe(text)
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(1000)
})

test('numbers below zero stay numbers', async () => {
  const { tables } = readPackage(await take('/edition.zip'))
  const degrees = tables.get('destination')?.rows.map((row) => row['label_longitude']) ?? []
  expect(new Set(degrees)).toEqual(new Set(['-12.5']))
  expect(new Set(tables.get('destinations')?.rows.map((row) => row['longitude']))).toContain('-12.5')
  const sheet = readXlsx(await take('/destinations.xlsx')).get('Destinations')
  expect(recordsOf(sheet).map((row) => row['longitude'])).toContain(-12.5)
})

test('in a workbook every text is a text, letter by letter what the list says', async () => {
  for (const [list, columns] of [
    ['release-events', ['title']],
    ['detainees', ['name', 'description', 'occupation']],
    ['sanctions-actions', ['agency', 'target', 'commodity', 'instrument']],
    ['sources', ['title', 'publisher', 'author']],
  ] as const) {
    const { data } = JSON.parse(new TextDecoder().decode(await take(`/${list}.json`))) as { data: Record<string, unknown>[] }
    const [first] = [...readXlsx(await take(`/${list}.xlsx`)).values()]
    const rows = recordsOf(first)
    for (const column of columns) {
      expect(rows.map((row) => row[column]), `${list}.${column}`).toEqual(data.map((row) => row[column]))
    }
  }
})
