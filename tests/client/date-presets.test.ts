import { expect, test } from 'vitest'
import { datePresets } from '#client/components/filters/usual-dates.ts'

test('usual dates are seen from today, and the last twelve months begin a year before', () => {
  const presets = datePresets('2026-11-22')
  expect(presets.map(({ label }) => label)).toEqual(['Any time', 'Last 12 months', '2026', '2025', '2024'])
  expect(presets[1]).toMatchObject({ from: '2025-11-22', to: '2026-11-22' })
  expect(presets[3]).toMatchObject({ from: '2025-01-01', to: '2025-12-31' })
})

test('a year before 29 February is the 28th', () => {
  expect(datePresets('2028-02-29')[1]).toMatchObject({ from: '2027-02-28', to: '2028-02-29' })
})
