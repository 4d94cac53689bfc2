import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRange, signed, waterfallSteps } from '#client/features/editions/waterfall-steps.ts'
import { type Waterfall, changeReasonLabels } from '#contract/compare.ts'

const names = ['Edition 1', 'Edition 2'] as const
const reasons = Object.keys(changeReasonLabels) as Waterfall['bars'][number]['reason'][]

const waterfalls = fc
  .tuple(
    fc.nat(5000),
    fc.uniqueArray(fc.record({ reason: fc.constantFrom(...reasons), change: fc.integer({ min: -300, max: 300 }) }), {
      selector: ({ reason }) => reason,
    }),
  )
  .map(([before, bars]): Waterfall => ({
    headline: 'releases',
    before,
    after: bars.reduce((sum, { change }) => sum + change, before),
    bars: bars.map((bar) => ({ ...bar, records: 1 })),
  }))

test('each bar begins where the one before it ended, and the last stands at the later number', () => {
  fc.assert(
    fc.property(waterfalls, (waterfall) => {
      const steps = waterfallSteps(waterfall, names)
      const between = steps.slice(1, -1)
      let at = waterfall.before
      for (const { from, to, value } of between) {
        expect(from).toBe(at)
        expect(to - from).toBe(value)
        at = to
      }
      expect(steps.at(-1)?.value).toBe(at)
    }),
  )
})

test('every bar lies on the part of the number line that is drawn', () => {
  fc.assert(
    fc.property(waterfalls, (waterfall) => {
      const steps = waterfallSteps(waterfall, names)
      const { low, high, isCut } = drawnRange(steps)
      expect(high).toBeGreaterThan(low)
      for (const { to } of steps) expect(to >= low && to <= high).toBe(true)
      if (!isCut) expect(low).toBeLessThanOrEqual(0)
    }),
  )
})

test('bars that do not add up to the difference are not drawn', () => {
  const wrong: Waterfall = { headline: 'events', before: 10, after: 12, bars: [{ reason: 'new_event', change: 1, records: 1 }] }
  expect(() => waterfallSteps(wrong, names)).toThrow('The bars lead from 10 to 11, not to 12.')
})

test('a change is written with its sign', () => {
  expect([3, -2, 0].map(signed)).toEqual(['+3', '−2', '0'])
})
