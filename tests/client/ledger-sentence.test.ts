import { expect, test } from 'vitest'
import { ledgerSentence, leftOverSentence } from '#client/features/release-events/ledger-sentence.ts'
import { makeLedger } from '#contract/ledger.ts'

const exactly = (number: number) => ({ lowest: number, best: number, highest: number, openLow: false, openHigh: false })

test('a release of one is of a person, not of people', () => {
  const ledger = makeLedger({ total: { ...exactly(1), claimId: 1 }, cells: [], named: [{ destination: 'BY', people: 1 }] })
  expect(ledgerSentence(ledger, 'BY', 0)).toBe('1 person claimed released; 1 is on record, 0 are not.')
  expect(ledgerSentence(ledger, 'BY', 1)).toBe('1 person claimed released; 1 is on record, with the name withheld; 0 are not.')
})

test('someone whose name is withheld is on record, and is not said to be named or to have gone nowhere', () => {
  const ledger = makeLedger({ total: { ...exactly(123), claimId: 1 }, cells: [], named: [{ destination: 'not_stated', people: 6 }] })
  expect(ledgerSentence(ledger, 'BY', 1)).toBe(
    '123 people claimed released; 6 are on record, 1 of them with the name withheld; 117 are not. Of those on record, 6 have no destination stated or shown.',
  )
})

test('who refused to leave is said, and nobody is said to have no stated destination', () => {
  const refused = makeLedger({
    total: { ...exactly(52), claimId: 1 },
    cells: [{ code: 'LT', ...exactly(51) }],
    named: [{ destination: null, people: 1 }],
  })
  expect(leftOverSentence(refused, 1)).toBe('The numbers by place leave 1 of the total: one refused to leave.')
})

test('what nobody explains is said to have no stated destination', () => {
  const cells = [{ code: 'LT', ...exactly(49) }]
  const ledgerWith = (people: number) =>
    makeLedger({ total: { ...exactly(52), claimId: 1 }, cells, named: [{ destination: null, people }] })
  expect(leftOverSentence(ledgerWith(0), 3)).toBe('The places leave 3 of the total without a stated destination.')
  expect(leftOverSentence(ledgerWith(1), 3)).toBe(
    'The numbers by place leave 3 of the total: one refused to leave, of 2 no destination is stated.',
  )
})
