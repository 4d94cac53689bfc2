import { describe, expect, test } from 'vitest'
import { mergeBodies } from '#client/features/release-event-form/merge-bodies.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'

const count = (id: number | null, cell: string, best: number, more: object = {}) => ({
  id,
  dimension: 'destination',
  cell,
  best,
  evidence: [{ id: id === null ? null : id * 10, source: 's1', quote: `${best} to ${cell}` }],
  ...more,
})

const event = (more: object) =>
  ReleaseEventWrite.parse({
    sources: [{ key: 's1', id: 1 }],
    title: 'Velmaria: 52 released',
    date: 'June 2025',
    country: 'XV',
    counts: [count(1, 'LT', 40), count(2, 'PL', 12)],
    people: [],
    links: [],
    notes: [],
    evidence: { title: [], date: [], country: [], basis: [], summary: [] },
    ...more,
  })

const base = event({})
const cells = (body: ReleaseEventWrite) => body.counts.map(({ id, cell, best }) => [id, cell, best])

describe('my changes on a record that someone else changed', () => {
  test('keep mine where I changed something, and theirs elsewhere', () => {
    const theirs = event({ title: 'Velmaria: 53 released', counts: [count(1, 'LT', 41), count(2, 'PL', 12)] })
    const mine = event({ date: '7 June 2025', counts: [count(1, 'LT', 40), count(2, 'PL', 11)] })
    const merged = mergeBodies(base, theirs, mine)
    expect(merged).toMatchObject({ title: 'Velmaria: 53 released', date: '7 June 2025' })
    expect(cells(merged)).toEqual([[1, 'LT', 41], [2, 'PL', 11]])
  })

  test('take in what they added, and leave out what either took out', () => {
    const theirs = event({ counts: [count(2, 'PL', 12), count(3, 'DE', 1)] })
    const mine = event({ counts: [count(1, 'LT', 40), count(null, 'UA', 5)] })
    expect(cells(mergeBodies(base, theirs, mine))).toEqual([[null, 'UA', 5], [3, 'DE', 1]])
  })

  test('bring back as new what they took out and I changed, its evidence too', () => {
    const theirs = event({ counts: [count(2, 'PL', 12)] })
    const mine = event({ counts: [count(1, 'LT', 44), count(2, 'PL', 12)] })
    const merged = mergeBodies(base, theirs, mine)
    expect(cells(merged)).toEqual([[null, 'LT', 44], [2, 'PL', 12]])
    expect(merged.counts[0]?.evidence[0]).toMatchObject({ id: null, quote: '40 to LT'.replace('40', '44') })
  })

  test('drop nothing of theirs where it is not known what I began from', () => {
    const theirs = event({ title: 'Theirs', counts: [count(1, 'LT', 40), count(3, 'DE', 1)] })
    const mine = event({ title: 'Mine', counts: [count(1, 'LT', 44)] })
    const merged = mergeBodies(null, theirs, mine)
    expect(merged.title).toBe('Mine')
    expect(cells(merged)).toEqual([[1, 'LT', 44], [3, 'DE', 1]])
  })
})
