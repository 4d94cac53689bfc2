import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/test-register.ts'
import { FileProblem } from '#server/imports/read/file-problem.ts'
import { makeXlsx } from './support/make-xlsx.ts'
import { readBytesIn } from './support/read-bytes.ts'

/** Whatever is sent: rows within the limits, or a refusal in a sentence. */
const readsOrRefuses = (folder: string) => async (bytes: Uint8Array) => {
  try {
    const { rows } = await readBytesIn(folder, bytes)
    expect(rows.every(({ number, cells }, index) => number > (rows[index - 1]?.number ?? 0) && cells.every((cell) => typeof cell === 'string'))).toBe(true)
  } catch (error) {
    expect(error).toBeInstanceOf(FileProblem)
  }
}

/** Bytes of a good file, some of them changed, left out or cut off. */
const spoilt = (good: Uint8Array) =>
  fc.tuple(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(good.length)).map(([changes, cut]) => {
    const bytes = Uint8Array.from(good)
    for (const [at, byte] of changes) bytes[at] = byte
    return cut % 3 === 0 ? bytes.subarray(0, cut) : bytes
  })

const table = 'name;born;place\n"Выдуманы, Алесь";21.6.1980;"Ostrel ""1"""\nInvented;1975;\n'

describe('the readers', () => {
  test.for([
    ['any bytes', fc.uint8Array({ maxLength: 2000 })],
    ['any text', fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'я', 'a', ' ', '\0', '[', '{', '}', ']', ':'), maxLength: 300 }).map((text) => Buffer.from(text))],
    ['a spoilt table', spoilt(strToU8(table))],
    ['a spoilt list', spoilt(strToU8('[{"name":"A","born":1980},{"name":"B","born":null}]'))],
    ['a spoilt workbook', spoilt(makeXlsx({ S: [['name', 'born'], ['Invented', { serial: 45000 }]] }, { shared: ['a'] }))],
  ] as const)('give rows or a clear refusal for %s', async ([, bytes]) => {
    const folder = await temporaryFolder()
    await fc.assert(fc.asyncProperty(bytes, readsOrRefuses(folder)), { numRuns: 300 })
    expect.hasAssertions()
  })
})
