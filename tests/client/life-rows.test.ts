import { expect, test } from 'vitest'
import { type Life, lifeRows } from '#client/features/detainees/life-rows.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { Detainee } from '#contract/detainees.ts'

type Detention = Detainee['detentions'][number]
type Release = Detainee['releases'][number]

const date = (edtf: string | null) => statedDate(edtf, edtf === null ? 'not_stated' : 'stated')

let next = 0
const detention = ({
  arrest = null,
  end = null,
  endReason = null,
  articles = [],
  sentenced = [],
}: {
  arrest?: string | null
  end?: string | null
  endReason?: Detention['endReason']
  articles?: string[]
  sentenced?: (string | null)[]
}): Detention => ({
  id: (next += 1),
  country: 'XV',
  arrest: date(arrest),
  end: date(end),
  endReason,
  place: null,
  authority: null,
  charges: articles.map((article) => ({ id: (next += 1), article, codeOfLaw: null, text: null })),
  sentences: sentenced.map((on) => ({ id: (next += 1), kind: 'imprisonment', lengthText: null, lengthDays: null, sentenced: date(on) })),
})

const release = (on: string | null, destinationState: Release['destinationState'] = 'not_stated'): Release => ({
  id: (next += 1),
  destination: null,
  destinationState,
  restrictions: null,
  onwardCountry: null,
  onward: date(null),
  releaseEvent: { id: next, ref: `R-${next}`, title: 'A release', date: date(on), country: 'XV' },
})

const told = ({ dated, undated }: Life) => ({
  dated: dated.map((row) => `${row.kind === 'arrest' && row.again ? 'arrest again' : row.kind} ${row.date?.edtf ?? '–'}`),
  undated: undated.map(({ kind }) => kind),
})

test('a life is told in order: arrest, charges, sentence, end, release, and the arrest that followed', () => {
  const life = lifeRows({
    detentions: [
      detention({ arrest: '2020-08-09', articles: ['342', '361-1'], sentenced: ['2021-07-06'], end: '2023-05-22', endReason: 'released' }),
      detention({ arrest: '2024-01' }),
    ],
    releases: [release('2023-05-22'), release('2025-12-13')],
  })
  expect(told(life)).toEqual({
    dated: [
      'arrest 2020-08-09',
      'charge –',
      'charge –',
      'sentence 2021-07-06',
      'end 2023-05-22',
      'release 2023-05-22',
      'arrest again 2024-01',
      'release 2025-12-13',
    ],
    undated: [],
  })
})

test('one who would not leave the country is told of as a refusal, not as a journey', () => {
  expect(told(lifeRows({ detentions: [], releases: [release('2025-09-11', 'refused_departure'), release('2025-12-13')] })).dated).toEqual([
    'refusal 2025-09-11',
    'release 2025-12-13',
  ])
})

test('what has no date stands by its own detention; a detention without any date is told apart', () => {
  const life = lifeRows({
    detentions: [detention({ sentenced: ['2022-03'], endReason: 'transferred' }), detention({ articles: ['130'] })],
    releases: [release('2021'), release(null)],
  })
  expect(told(life)).toEqual({
    dated: ['release 2021', 'arrest –', 'sentence 2022-03', 'transfer –'],
    undated: ['arrest', 'charge', 'release'],
  })
})

test('a detention of whose end nothing is known has no entry for an end', () => {
  expect(told(lifeRows({ detentions: [detention({ arrest: '2020', endReason: 'not_stated' })], releases: [] })).dated).toEqual(['arrest 2020'])
})

test('a sentence known only by its year does not come before the arrest of that year', () => {
  const life = lifeRows({ detentions: [detention({ arrest: '2021-06-01', sentenced: ['2021'], end: '2021-12-01' })], releases: [] })
  expect(told(life).dated).toEqual(['arrest 2021-06-01', 'sentence 2021', 'end 2021-12-01'])
})

test('two arrests without dates are not called one more: which came first is not known', () => {
  const life = lifeRows({ detentions: [detention({ arrest: '2020' }), detention({ sentenced: ['2022'] })], releases: [] })
  expect(told(life).dated).toEqual(['arrest 2020', 'arrest –', 'sentence 2022'])
})
