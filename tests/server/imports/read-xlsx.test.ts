import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeXlsx } from './support/make-xlsx.ts'
import { cellsOf, readBytes } from './support/read-bytes.ts'

describe('an XLSX file', () => {
  test('gives text, numbers as people write them, days by their style in both systems, and formulas as themselves', async () => {
    const rows = [
      ['name', 'arrested', 'number', 'formula', 'true', 'shared'],
      ['Алесь & Выдуманы', { serial: 45292 }, 0.1 + 0.2, { xml: '><f>A1+B1</f><v>7</v>' }, { xml: 't="b"><v>1</v>' }, { xml: 't="s"><v>1</v>' }],
      [null, { serial: 45292.75 }, 45292, { xml: 't="e"><v>#REF!</v>' }],
    ]
    const shared = ['none', 'Іна Выдуманая']
    const read = await readBytes(makeXlsx({ People: rows }, { shared }))
    expect(read.table).toMatchObject({ format: 'xlsx', sheets: ['People'] })
    expect(cellsOf(read).slice(1)).toEqual([
      ['Алесь & Выдуманы', '2024-01-01', '0.3', '=A1+B1', 'TRUE', 'Іна Выдуманая'],
      ['', '2024-01-01', '45292', '#REF!'],
    ])
    const from1904 = await readBytes(makeXlsx({ People: rows }, { shared, date1904: true }))
    expect(cellsOf(from1904)[1]?.[1]).toBe('2028-01-02')
  })

  test('with several sheets gives the one that is named, and counts the rows that are not written', async () => {
    const file = makeXlsx(
      { Notes: [['nothing here']], List: [] },
      { parts: { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>' } },
    )
    const read = await readBytes(file, { sheet: 'List' })
    expect(read.table.sheets).toEqual(['Notes', 'List'])
    expect(read.rows).toEqual([{ number: 3, cells: ['', 'x'] }])
    await expect(readBytes(file, { sheet: 'Other' })).rejects.toThrow(/no sheet of that name/)
  })

  test('that is a zip bomb is refused while it unpacks, before it fills memory', async () => {
    const bomb = makeXlsx({ S: [] }, { parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(30 * 1024 * 1024)}</sheetData></worksheet>` } })
    expect(bomb.length).toBeLessThan(100_000)
    await expect(readBytes(bomb)).rejects.toThrow(/unpacks to far more than a table holds|has a text longer than any cell/)
    const sharedBomb = makeXlsx({ S: [] }, { parts: { 'xl/sharedStrings.xml': `<sst>${'<si><t>aaaaaaaaaaaa</t></si>'.repeat(500_000)}</sst>` } })
    await expect(readBytes(sharedBomb, { limits: { ratioFrom: 1024 * 1024 } })).rejects.toThrow(/unpacks to far more/)
    await expect(readBytes(sharedBomb, { limits: { sharedLetters: 1000, ratio: 10_000 } })).rejects.toThrow(/more than can be kept/)
    const many = zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`f${index}`, new Uint8Array()])))
    await expect(readBytes(many)).rejects.toThrow(/unpacks to far more/)
  })

  test('that is damaged, too wide, nested without end or no workbook is refused with what to do', async () => {
    const sheet = (xml: string) => makeXlsx({ S: [] }, { parts: { 'xl/worksheets/sheet1.xml': xml } })
    await expect(readBytes(zipSync({ 'a.txt': strToU8('hello') }))).rejects.toThrow(/not an XLSX workbook/)
    await expect(readBytes(sheet('<worksheet><sheetData><row r="1"></c></worksheet>'))).rejects.toThrow(/sheet1.xml of this XLSX file is damaged/)
    await expect(readBytes(sheet('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'))).rejects.toThrow(/Row 1 has 16,384 columns/)
    await expect(readBytes(sheet(`<worksheet>${'<a>'.repeat(100)}`))).rejects.toThrow(/nested deeper/)
    await expect(readBytes(sheet('<!DOCTYPE a [<!ENTITY b "boom">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'))).rejects.toThrow(/damaged/)
    await expect(readBytes(makeXlsx({ S: [['x']] }).subarray(0, 300))).rejects.toThrow(/damaged or has a password/)
    await expect(readBytes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).rejects.toThrow(/old Excel file/)
  })
})
