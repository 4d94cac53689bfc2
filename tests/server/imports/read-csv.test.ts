import { describe, expect, test } from 'vitest'
import { cellsOf, readBytes } from './support/read-bytes.ts'

const utf8 = (text: string): Uint8Array => Buffer.from(text)

/** Bytes of a text in a code page, found by asking the decoder what each byte means. */
const inCodePage = (text: string, encoding: string): Uint8Array => {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (letter) => letters.indexOf(letter))
}

const belarusian = 'Імя;Дата нараджэння\nАлесь Выдуманы;21 чэрвеня 1980\nІрына Неіснуючая;3 ліпеня 1975\n'
const russian = 'Имя;Дата рождения\nАлесь Выдуманный;21 июня 1980\nИрина Несуществующая;3 июля 1975\n'
const polish = 'Nazwisko;Miejsce\nZmyślony Łukasz;Białystok, więzienie\nNieistniejąca Żaneta;Świętochłowice\n'
const french = 'Nom;Lieu\nInventé François;Besançon, réclusion\nIrréelle Hélène;Orléans\n'
const lithuanian = 'Vardas;Vieta\nIšgalvotas Žygimantas;Kėdainių pataisos įstaiga\nNebūta Eglė;Šiauliai, ūkis\n'

describe('a CSV file', () => {
  test.for([
    ['windows-1251', belarusian],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['ibm866', russian],
    ['iso-8859-5', russian],
    ['windows-1250', polish],
    ['windows-1252', french],
    ['windows-1257', lithuanian],
  ] as const)('in %s is read as it was written', async ([encoding, text]) => {
    const read = await readBytes(inCodePage(text, encoding))
    expect(read.table).toMatchObject({ encoding, delimiter: ';' })
    expect(cellsOf(read).map((cells) => cells.join(';')).join('\n')).toBe(text.trimEnd())
  })

  test.for([
    ['utf-8', utf8(belarusian)],
    ['utf-8', utf8(`\ufeff${belarusian}`)],
    ['utf-16le', Buffer.from(`\ufeff${belarusian}`, 'utf16le')],
    ['utf-16le', Buffer.from(belarusian, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${belarusian}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(belarusian, 'utf16le').swap16()],
  ] as const)('in %s, with a mark or without, is read as it was written', async ([encoding, bytes]) => {
    const read = await readBytes(bytes)
    expect(read.table.encoding).toBe(encoding)
    expect(cellsOf(read)[1]).toEqual(['Алесь Выдуманы', '21 чэрвеня 1980'])
  })

  test('may be parted by commas, semicolons, tabs or bars, and says so itself where it does', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const text = `name${delimiter}place\n"Vydumany, Ales; or | so"${delimiter}Ostrel\nInvented${delimiter}Dravna\n`
      const read = await readBytes(utf8(text))
      expect(read.table.delimiter).toBe(delimiter)
      expect(cellsOf(read)[1]).toEqual(['Vydumany, Ales; or | so', 'Ostrel'])
    }
    const read = await readBytes(utf8('sep=|\na;b|c\n1|2\n'))
    expect(read.rows).toEqual([{ number: 2, cells: ['a;b', 'c'] }, { number: 3, cells: ['1', '2'] }])
  })

  test('keeps quotes inside a cell, text after a quote, line breaks in quotes and rows of other lengths', async () => {
    const read = await readBytes(utf8('a,b\r\nООО "Ромашка",x\r\n"one ""two""\nthree",y\r\n\r\n"ab"c\r\nlast,1,2'))
    expect(cellsOf(read)).toEqual([['a', 'b'], ['ООО "Ромашка"', 'x'], ['one "two"\nthree', 'y'], [''], ['abc'], ['last', '1', '2']])
  })

  test('with a quote that is never closed is refused with the line where it was opened', async () => {
    const opened = 'name,place\nA,1\nB,"Ostrel\nC,3\n'
    await expect(readBytes(utf8(opened))).rejects.toThrow(/quotation mark opened on line 3 is never closed/)
    await expect(readBytes(utf8(`${opened}"D",4\n`))).rejects.toThrow(/opened on line 3 is never closed/)
    await expect(readBytes(utf8(`${opened}${'E,5\n'.repeat(20_000)}`))).rejects.toThrow(/opened on line 3 is never closed/)
  })

  test('with ten thousand columns, a huge cell or bytes of no text is refused with the place', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => index).join(',')
    await expect(readBytes(utf8(`a,b\n1,2\n${wide}\n`))).rejects.toThrow(/Row 3 has 501 columns; at most 500 are read/)
    await expect(readBytes(utf8(`a,b\n1,${'x'.repeat(40_000)}\n`))).rejects.toThrow(/Row 2, column B has .* at most 32,767 are read/)
    await expect(readBytes(Uint8Array.of(0x41, 0, 0, 0, 0x42, 7, 8, 9))).rejects.toThrow(/not a table/)
    await expect(readBytes(utf8('a,b\nпривет,1\n').subarray(0, 5), { encoding: 'utf-8' })).rejects.toThrow(/After line 2 there are bytes that are not utf-8/)
    await expect(readBytes(utf8(''))).rejects.toThrow('This file is empty.')
    await expect(readBytes(utf8('a,b\n1,2\n'), { limits: { fileBytes: 4 } })).rejects.toThrow(/this installation takes 0 MB at most/)
    await expect(readBytes(utf8('a\nb\nc\n'), { limits: { rows: 2 } })).rejects.toThrow(/more than 2 rows/)
  })
})

describe('a JSON file', () => {
  test('of flat objects is a table of all their names', async () => {
    const read = await readBytes(utf8('[{"name":"A","born":1980},{"name":"B","countries":["BY","LT"],"held":false}]'))
    expect(read.table.format).toBe('json')
    expect(cellsOf(read)).toEqual([['name', 'born', 'countries', 'held'], ['A', '1980', '', ''], ['B', '', 'BY; LT', 'FALSE']])
  })

  test('that is broken, nested or no list is refused with the place', async () => {
    await expect(readBytes(utf8('[{"name":"A",\n]'))).rejects.toThrow(/This is not JSON/)
    await expect(readBytes(utf8('[{"name":{"first":"A"}}]'))).rejects.toThrow(/Item 1, “name” holds an object/)
    await expect(readBytes(utf8('[{"a":1},5]'))).rejects.toThrow(/Item 2 of the list is not an object/)
    await expect(readBytes(utf8('{"a":1}'))).rejects.toThrow(/This JSON is not a list/)
    await expect(readBytes(utf8(`[{"a":${'['.repeat(200_000)}`))).rejects.toThrow(/This is not JSON/)
    await expect(readBytes(utf8('[{"a":1}]'), { limits: { jsonBytes: 5 } })).rejects.toThrow(/A JSON file may have/)
  })
})
