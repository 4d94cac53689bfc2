/** The two ways a workbook counts days: from 1900 (with a 29 February 1900 that never was), or from 1904. */
export type DateSystem = '1900' | '1904'

const dayLength = 24 * 60 * 60 * 1000
const last = { '1900': 2_958_465, '1904': 2_957_003 } as const

/**
 * The day a spreadsheet's number stands for, `YYYY-MM-DD`; the time of day is left out. Null for a
 * number that is no day between 1900 and 9999. In the 1900 system day 60 never was, and the days
 * before it count one more (ECMA-376, 18.17.4.1).
 */
export const dayOfSerial = (serial: number, system: DateSystem): string | null => {
  const day = Math.floor(serial)
  if (!Number.isFinite(serial) || day < (system === '1900' ? 1 : 0) || day > last[system]) return null
  if (system === '1900' && day === 60) return null
  const from = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  return new Date(from + day * dayLength).toISOString().slice(0, 10)
}
