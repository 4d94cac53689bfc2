import * as fc from 'fast-check'

const digits = (value: number): string => String(value).padStart(2, '0')
const marks = fc.constantFrom('', '?', '~', '%')
const years = fc.integer({ min: 1000, max: 9999 }).map(String)
/** Now and then one that does not exist. */
const months = fc.integer({ min: 0, max: 14 }).map(digits)
const days = fc.integer({ min: 0, max: 32 }).map(digits)

/** One EDTF date, now and then an impossible one. */
const edtfPoints: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(years, marks).map((parts) => parts.join('')),
  fc.tuple(years, months, marks).map(([year, month, mark]) => `${year}-${month}${mark}`),
  fc.tuple(years, months, days, marks).map(([year, month, day, mark]) => `${year}-${month}-${day}${mark}`),
  years.map((year) => `${year.slice(0, 3)}X`),
  years.map((year) => `${year}-XX`),
  years.map((year) => `${year}-XX-XX`),
  fc.tuple(years, months).map(([year, month]) => `${year}-${month}-XX`),
)

/** Two EDTF dates close enough together that their order matters. */
const nearPairs = fc
  .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), days, days, fc.integer({ min: 0, max: 8 }), marks, marks)
  .map(([year, otherYear, month, otherMonth, day, otherDay, shape, mark, otherMark]) => {
    const cut = (y: number, m: number, d: string, kind: number): string => [String(y), digits(m), d].slice(0, kind + 1).join('-')
    return `${cut(year, month, day, shape % 3)}${mark}/${cut(otherYear, otherMonth, otherDay, Math.floor(shape / 3))}${otherMark}`
  })

/** EDTF dates and periods, now and then impossible or reversed. */
export const edtfTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: edtfPoints },
  { weight: 3, arbitrary: nearPairs },
  fc.tuple(edtfPoints, edtfPoints).map((ends) => ends.join('/')),
  edtfPoints.map((point) => `../${point}`),
  edtfPoints.map((point) => `${point}/..`),
  edtfPoints.map((point) => `/${point}`),
  edtfPoints.map((point) => `${point}/`),
)

const words = fc.constantFrom(
  'about', 'perhaps', 'before', 'after', 'between', 'and', 'to', 'from', '-', '–', '/', '.', ',', '?', '~', '%', 'X', 'XX', '..', '3', '9', '21', '30', '06', '2024', '2025',
  '1000', '9999', '2020s', '25', 'July', 'February', 'May', 'summer', 'winter', 'or earlier', 'or later', 'inferred', 'day not stated', 'not stated', 'unknown', 'чэрвеня', 'июля', 'года',
  'до', 'з', 'па', 'около', 'czerwca', 'lipca', 'od', 'do', '2024-07', '2024-07-03', '21.6.2025', '3.07',
)

/** Texts made of the words dates are made of, in any order. */
export const dateLikeTexts: fc.Arbitrary<string> = fc.array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 9 }).map((parts) => parts.flat().join(''))
