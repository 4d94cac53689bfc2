import { sexLabels, type statusLabels } from '#contract/codes.ts'
import { fictionalCountry } from '#contract/countries.ts'
import type { Detainee } from '../detainee.ts'
import { takenTo } from './countries.ts'
import { plainDay, someDate } from './dates.ts'
import { inventDetention, inventRecognitions } from './detentions.ts'
import { inventGuardedName, inventName, nameForms } from './names.ts'
import { inTurn, type Random } from './random.ts'
import type { Cite } from './sources.ts'

type Status = keyof typeof statusLabels

const sexes = Object.keys(sexLabels) as (keyof typeof sexLabels)[]
const occupations = ['Teacher', 'Journalist', 'Student', 'Welder', 'Lawyer', 'Nurse', 'Programmer', 'Farmer', null]
const towns = ['Ostrel', 'Dravna', 'Tulma', 'Zelbin']
const afterRelease: readonly Status[] = [
  'released',
  'released',
  'released',
  'exiled',
  'released_conditionally',
  're_detained',
  'home_confinement',
  'died_after_release',
]
const withoutRelease: readonly Status[] = [
  'serving_sentence',
  'detained_pretrial',
  'detained_uncharged',
  'house_arrest',
  'open_facility',
  'missing',
  'died_in_custody',
  'unknown',
]

const visibilityOf = (turn: number): Detainee['visibility'] => {
  if (turn % 97 === 13) return 'withheld'
  return turn % 41 === 6 ? 'name_withheld' : 'public'
}

type Life = {
  readonly key: string
  /** The person's number over all batches. */
  readonly number: number
  readonly country: string
  /** Years of the releases, in order; empty for one who was never released. */
  readonly released: readonly number[]
}

/** A person who never was. Their texts hold no name, so that a withheld one is in none of them. */
export const inventDetainee = ({ key, number, country, released }: Life, random: Random, cite: Cite): Detainee => {
  const visibility = visibilityOf(number)
  const spelling = visibility === 'public' ? inventName(random) : inventGuardedName(number)
  const ends: readonly (number | null)[] = released.length === 0 ? (number % 6 === 5 ? [] : [null]) : released
  const lastYear = released.at(-1) ?? random.int(2016, 2024)
  const status = inTurn(released.length === 0 ? withoutRelease : afterRelease, Math.floor(number / 4))
  const occupation = inTurn(occupations, number)
  const born = lastYear - random.int(20, 65)
  return {
    key,
    names: nameForms(spelling, number).map((name) => ({ ...name, evidence: [cite('text', name.text)] })),
    sex: inTurn(sexes, random.int(0, 9) < 8 ? random.int(0, 1) : random.int(2, 3)),
    birth: someDate(born, number, random),
    citizenships: [fictionalCountry, ...(number % 12 === 4 ? [random.pick(takenTo)] : [])].map((code) => ({
      country: code,
      evidence: [cite('country', code)],
    })),
    description: number % 4 === 2 ? null : `An invented person from the town of ${random.pick(towns)}.`,
    occupation,
    status,
    statusAsOf: number % 5 === 0 ? someDate(lastYear, number, random) : plainDay(lastYear, random),
    visibility,
    detentions: ends.map((end, index) =>
      inventDetention(country, (end ?? lastYear) - random.int(1, 4), end, number + index, random, cite),
    ),
    recognitions: inventRecognitions(lastYear, number, random, cite),
    evidence: [cite('status', status), ...(occupation === null ? [] : [cite('occupation', occupation)])],
  }
}
