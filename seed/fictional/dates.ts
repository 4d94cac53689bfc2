import { statedDate, type StatedDate } from '#contract/dates/stated-date.ts'
import { notStated } from '../parts.ts'
import { inTurn, type Random } from './random.ts'

type Maker = (year: number, random: Random) => StatedDate

const two = (number: number): string => String(number).padStart(2, '0')
/** A month that has another after it in its year. */
const monthOf = (random: Random): string => two(random.int(1, 11))
const dayOf = (random: Random): string => two(random.int(1, 28))
const stated = (edtf: string): StatedDate => statedDate(edtf, 'stated')

const day: Maker = (year, random) => stated(`${year}-${monthOf(random)}-${dayOf(random)}`)

/** Every way in which the register writes a date, plain days apart. */
const makers: readonly Maker[] = [
  (year, random) => stated(`${year}-${monthOf(random)}`),
  (year) => stated(`${year}`),
  (year, random) => stated(`${year}-${monthOf(random)}-${dayOf(random)}?`),
  (year, random) => stated(`${year}-${monthOf(random)}~`),
  (year) => stated(`${year}%`),
  (year, random) => stated(`${year}-${monthOf(random)}-XX`),
  (year) => stated(`${year}-XX-XX`),
  (year) => stated(`${String(year).slice(0, 3)}X`),
  (year, random) => {
    const month = monthOf(random)
    const first = random.int(1, 20)
    return stated(`${year}-${month}-${two(first)}/${year}-${month}-${two(first + random.int(1, 8))}`)
  },
  (year, random) => {
    const month = random.int(1, 10)
    return stated(`${year}-${two(month)}/${year}-${two(month + random.int(1, 2))}`)
  },
  (year) => stated(`${year}~/${year + 1}?`),
  (year, random) => stated(`${year}-${monthOf(random)}/..`),
  (year) => stated(`../${year}`),
  (year, random) => statedDate(`${year}-${monthOf(random)}-${dayOf(random)}`, 'inferred'),
  () => notStated,
  () => statedDate(null, 'withheld'),
]

/** A plain day of that year. */
export const plainDay: Maker = day

/** A date of that year or near it: six in ten are plain days, the others take every form in turn. */
export const someDate = (year: number, turn: number, random: Random): StatedDate =>
  turn % 10 < 6 ? day(year, random) : inTurn(makers, turn)(year, random)
