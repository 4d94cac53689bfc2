import { daysInMonth } from '#contract/dates/civil-day.ts'

export type DatePreset = { readonly label: string; readonly from: string | undefined; readonly to: string | undefined }

/** Ranges one asks for most, seen from `today` (a civil day). */
export const datePresets = (today: string): DatePreset[] => {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  // The same day a year before; 29 February becomes the 28th.
  const day = Math.min(Number(today.slice(8)), daysInMonth(year - 1, month))
  return [
    { label: 'Any time', from: undefined, to: undefined },
    { label: 'Last 12 months', from: `${year - 1}-${today.slice(5, 7)}-${String(day).padStart(2, '0')}`, to: today },
    ...[year, year - 1, year - 2].map((one) => ({ label: String(one), from: `${one}-01-01`, to: `${one}-12-31` })),
  ]
}
