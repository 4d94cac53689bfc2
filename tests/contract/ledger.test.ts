import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftOver, makeLedger } from '#contract/ledger.ts'

const exactly = (number: number) => ({ lowest: number, best: number, highest: number, openLow: false, openHigh: false })
const total = (number: number) => ({ ...exactly(number), claimId: 1 })

const article = {
  total: total(123),
  cells: [
    { code: 'UA', ...exactly(114) },
    { code: 'LT', ...exactly(9) },
  ],
}

test('the article alone leaves 120 unnamed, 112 to 113 of them in Ukraine and 7 to 8 in Lithuania', () => {
  const ledger = makeLedger({
    ...article,
    named: [
      { destination: 'LT', people: 1 },
      { destination: 'UA', people: 1 },
      { destination: 'not_stated', people: 1 },
    ],
  })
  expect(ledger).toMatchObject({
    named: 3,
    unnamed: { lowest: 120, highest: 120 },
    namedDestinationNotStated: 1,
    notPlaced: 0,
    byDestination: [
      { code: 'UA', named: 1, unnamed: { lowest: 112, highest: 113 } },
      { code: 'LT', named: 1, unnamed: { lowest: 7, highest: 8 } },
    ],
  })
})

test('three more named people without a destination widen both intervals', () => {
  const ledger = makeLedger({
    ...article,
    named: [
      { destination: 'LT', people: 1 },
      { destination: 'UA', people: 1 },
      { destination: 'not_stated', people: 4 },
    ],
  })
  expect(ledger.unnamed).toEqual({ lowest: 117, highest: 117 })
  expect(ledger.byDestination.map((row) => row.unnamed)).toEqual([
    { lowest: 109, highest: 113 },
    { lowest: 4, highest: 8 },
  ])
})

test('someone who refused to leave is named, and in no destination', () => {
  const ledger = makeLedger({
    total: total(52),
    cells: [{ code: 'LT', ...exactly(51) }],
    named: [
      { destination: null, people: 1 },
      { destination: 'LT', people: 1 },
    ],
  })
  expect(ledger).toMatchObject({ named: 2, namedDestinationNotStated: 0, notPlaced: 1 })
  expect(ledger.byDestination).toEqual([
    { code: 'LT', claimed: exactly(51), named: 1, unnamed: { lowest: 50, highest: 50 } },
  ])
})

test('who refused to leave explains what the places leave of the total', () => {
  const ledger = makeLedger({
    total: total(52),
    cells: [{ code: 'LT', ...exactly(51) }],
    named: [{ destination: null, people: 1 }],
  })
  expect(leftOver(ledger)).toEqual({ refused: 1, others: 0, someNotStated: false })
})

test('the one person of a release who stayed leaves nobody unnamed, and no destination not stated', () => {
  const ledger = makeLedger({ total: total(1), cells: [], named: [{ destination: 'BY', people: 1 }] })
  expect(ledger.byDestination).toEqual([{ code: 'BY', claimed: null, named: 1, unnamed: { lowest: 0, highest: 0 } }])
  expect(leftOver(ledger)).toEqual({ refused: 0, others: 0, someNotStated: false })
})

test('those named without a destination are in the places where these make the whole total', () => {
  const ledger = makeLedger({ ...article, named: [{ destination: 'not_stated', people: 4 }] })
  expect(leftOver(ledger).someNotStated).toBe(false)
})

test('what nobody explains has no stated destination', () => {
  const some = makeLedger({
    total: total(10),
    cells: [{ code: 'LT', ...exactly(6) }],
    named: [
      { destination: null, people: 1 },
      { destination: 'PL', people: 1 },
    ],
  })
  expect(leftOver(some)).toEqual({ refused: 1, others: 2, someNotStated: true })
  expect(leftOver(makeLedger({ total: total(10), cells: [], named: [] })).someNotStated).toBe(true)
  expect(leftOver(makeLedger({ total: null, cells: [], named: [] })).someNotStated).toBe(true)
})

test('"at least" leaves the unnamed without an upper bound', () => {
  const ledger = makeLedger({
    total: { lowest: 20, best: 20, highest: 20, openLow: false, openHigh: true, claimId: 1 },
    cells: [],
    named: [{ destination: 'not_stated', people: 5 }],
  })
  expect(ledger.unnamed).toEqual({ lowest: 15, highest: null })
})

test('more people named than claimed leaves nobody unnamed, not a number below zero', () => {
  const ledger = makeLedger({ total: total(2), cells: [], named: [{ destination: 'not_stated', people: 3 }] })
  expect(ledger).toMatchObject({ named: 3, unnamed: { lowest: 0, highest: 0 } })
})

test('where a small cell is full, those who do not fit must be in the other', () => {
  const ledger = makeLedger({
    total: total(10),
    cells: [
      { code: 'UA', ...exactly(8) },
      { code: 'LT', ...exactly(2) },
    ],
    named: [
      { destination: 'LT', people: 2 },
      { destination: 'not_stated', people: 3 },
    ],
  })
  expect(ledger.byDestination).toMatchObject([
    { code: 'UA', unnamed: { lowest: 5, highest: 5 } },
    { code: 'LT', unnamed: { lowest: 0, highest: 0 } },
  ])
})

test('for every way to place the named, the unnamed of each cell lie in its interval', () => {
  const cell = fc.record({ claimed: fc.integer({ min: 0, max: 6 }), named: fc.integer({ min: 0, max: 3 }) })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 4 }), fc.nat(), (cells, floating, seed) => {
      const sound = cells.map(({ claimed, named }) => ({ claimed, named: Math.min(claimed, named) }))
      const room = sound.reduce((sum, { claimed, named }) => sum + claimed - named, 0)
      const people = Math.min(floating, room)
      const codes = ['UA', 'LT', 'PL']
      const ledger = makeLedger({
        total: total(sound.reduce((sum, { claimed }) => sum + claimed, 0)),
        cells: sound.map(({ claimed }, index) => ({ code: codes[index] ?? 'XX', ...exactly(claimed) })),
        named: [
          ...sound.map(({ named }, index) => ({ destination: codes[index] ?? 'XX', people: named })),
          { destination: 'not_stated', people },
        ],
      })
      // One way among all: each floating person goes to the first cell with room, from a start that varies.
      const left = sound.map(({ claimed, named }) => claimed - named)
      for (let person = 0; person < people; person += 1) {
        const order = left.map((_, index) => (index + seed) % left.length)
        const free = order.find((index) => (left[index] ?? 0) > 0)
        if (free !== undefined) left[free] = (left[free] ?? 0) - 1
      }
      left.forEach((unnamed, index) => {
        const interval = ledger.byDestination[index]?.unnamed
        expect(unnamed).toBeGreaterThanOrEqual(interval?.lowest ?? -1)
        expect(unnamed).toBeLessThanOrEqual(interval?.highest ?? -1)
      })
    }),
  )
})
