import { expect, test } from 'vitest'
import { compareBodies } from '#client/features/release-event-form/compare-bodies.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'

const body = (basis: 'pardon' | 'amnesty', asserts: string) =>
  ReleaseEventWrite.parse({
    sources: [{ key: 's1', id: 1 }],
    title: 'Velmaria: 52 released',
    date: 'June 2025',
    country: 'XV',
    basis,
    counts: [],
    people: [],
    links: [],
    notes: [],
    evidence: { title: [], date: [], country: [], basis: [{ id: 1, source: 's1', asserts }], summary: [] },
  })

test('two versions side by side say each value once, in words, and where its source says otherwise', () => {
  const known = { people: new Map(), actions: new Map(), sources: new Map() }
  expect(compareBodies(body('pardon', 'pardon'), body('amnesty', 'pardon'), known)).toEqual([
    { key: 'basis', label: 'Basis', theirs: 'Pardon', mine: 'Amnesty\nits source says otherwise: Pardon' },
  ])
})
