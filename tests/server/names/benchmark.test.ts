import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureNames } from '#tests/bench/names-measure.ts'
import { parsePairs } from '#tests/bench/names-pairs.ts'

const fixtures = parsePairs(readFileSync(new URL('../../support/name-pairs.tsv', import.meta.url), 'utf8'))

describe('the name benchmark', () => {
  it('reaches its aims on the invented names', () => {
    const measured = measureNames(fixtures)
    expect(measured.recallAt5).toBeGreaterThanOrEqual(0.97)
    expect(measured.recallKey).toBeGreaterThanOrEqual(0.9)
    expect(measured.recallMatch).toBeGreaterThanOrEqual(0.9)
    expect(measured.falseMatchRate).toBeLessThanOrEqual(0.005)
  })

  it('counts two persons of one name as a false match and their tie against us', () => {
    const measured = measureNames([
      { person: 'a', text: 'Ales Kalinovy' },
      { person: 'a', text: 'Алесь Калиновый' },
      { person: 'b', text: 'Ales Kalinovy' },
    ])
    expect(measured).toMatchObject({ recallAt1: 0, recallAt5: 1, recallKey: 1, falseMatchRate: 1, falseKeyRate: 1, queries: 1, samePairs: 1, differentPairs: 2 })
  })

  it('names the line of a list that lacks a cell', () => {
    expect(() => parsePairs('person\tvariant\n1\tMokh\n2\t\n')).toThrow('line 3')
    expect(() => parsePairs('id\tname\n')).toThrow('line 1')
  })
})
