import { expect, test } from 'vitest'
import { bandWords, changedInAll, movedAlike } from '#client/features/editions/comparison-words.ts'
import type { ComparedKind, Waterfall } from '#contract/compare.ts'

const kind = (name: ComparedKind['kind'], totals: Partial<Record<'added' | 'corrected' | 'merged' | 'withdrawn', number>>): ComparedKind => {
  const list = (fate: keyof typeof totals) => ({ total: totals[fate] ?? 0, records: [] })
  return { kind: name, before: 0, after: 0, added: list('added'), corrected: list('corrected'), merged: list('merged'), withdrawn: list('withdrawn'), protected: 0 }
}

const waterfall = (before: number, after: number, reason: Waterfall['bars'][number]['reason'] = 'corrected_count'): Waterfall => ({
  headline: 'releases',
  before,
  after,
  bars: before === after ? [] : [{ reason, change: after - before, records: 1 }],
})

test('what changed between two editions is said in one sentence, and what did not', () => {
  expect(changedInAll([kind('release_event', { added: 2, corrected: 1 }), kind('detainee', { added: 1 }), kind('source', {})])).toBe(
    'Added: 2 release events and 1 detainee. Corrected: 1 release event. Nothing was merged or withdrawn.',
  )
  expect(changedInAll([kind('source', {})])).toBe('Nothing was added, corrected, merged or withdrawn.')
})

test('the band of a number is said for both editions, and not at all where all claims agree', () => {
  expect(bandWords(waterfall(863, 866), waterfall(864, 867))).toBe('From the lowest to the highest claim it was 863 to 864 and is 866 to 867.')
  expect(bandWords(waterfall(863, 863), waterfall(864, 864))).toBe('From the lowest to the highest claim it is 863 to 864 in both.')
  expect(bandWords(waterfall(18, 21), waterfall(18, 21))).toBeNull()
})

test('the ends of the band moved alike only where the same reasons moved them by the same', () => {
  expect(movedAlike([waterfall(863, 866), waterfall(864, 867), waterfall(864, 867)])).toBe(true)
  expect(movedAlike([waterfall(863, 866), waterfall(864, 867, 'new_event'), waterfall(864, 867)])).toBe(false)
})
