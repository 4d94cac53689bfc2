import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markFormula } from '#contract/spreadsheet-text.ts'
import { parted, parting } from '#server/db/person-lines.ts'
import { type Column, text } from '#server/http/export/column.ts'
import { csvOf } from '#server/http/export/csv.ts'
import { once } from '#server/http/export/serve-record-exports.ts'

type Row = readonly (string | null)[]

const columns: Column<Row>[] = [0, 1, 2].map((at) => text<Row>(`column, "${at}"`, 'A cell', (row) => row[at] ?? null))
const cell = fc.option(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=', "'", 'ї', ';', '\t') }))
const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 })

test('for any texts, a CSV is what another program of RFC 4180 writes, a line break of any kind in quotes', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      let written = ''
      for await (const part of csvOf(columns, once(some), (path) => path)) written += part
      const cells = some.map((row) => row.map((value) => (value === null ? null : markFormula(value))))
      expect(written).toBe(`\uFEFF${stringify([columns.map(({ name }) => name), ...cells], { record_delimiter: 'windows', quote_record_delimiter: true })}`)
    }),
  )
})

test('words of this program that are kept in an edition are in no three letters what someone may be called', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('M', 'a', 'y', ' ', '2', 'ü'), minLength: 3 }), (words) => {
      const kept = parted(words)
      expect(kept.replaceAll(parting, '')).toBe(words)
      for (let at = 0; at + 3 <= words.length; at += 1) expect(kept).not.toContain(words.slice(at, at + 3))
    }),
  )
})
