import type { ImportProblem } from '#contract/import-settings.ts'
import { MATCH_THRESHOLD } from '../../names/score.ts'
import { problemOfRow } from '../map/cell.ts'
import type { PersonRow } from '../map/person-row.ts'
import type { Known, KnownPeople, Resemblance } from './known-people.ts'

type Bounds = Known['birth']

const isDated = ({ earliest, latest }: Bounds): boolean => earliest !== null || latest !== null
const overlap = (a: Bounds, b: Bounds): boolean =>
  (a.latest === null || b.earliest === null || a.latest >= b.earliest) && (b.latest === null || a.earliest === null || b.latest >= a.earliest)
const differ = (a: Bounds, b: Bounds): boolean => isDated(a) && isDated(b) && !overlap(a, b)
const agree = (a: Bounds, b: Bounds): boolean => isDated(a) && isDated(b) && overlap(a, b)

/** What a row says of a person, as far as it tells people apart. */
export const knownOf = (ref: string, person: PersonRow): Known => ({
  ref,
  names: person.names.map(({ text }) => text),
  birth: person.birth,
  arrests: person.detentions.map(({ arrest }) => arrest),
  countries: [...new Set([...person.citizenships.map(({ country }) => country), ...person.detentions.map(({ country }) => country)])],
})

const reasons = { exact: 'the same name', same_letters: 'the same name in other letters or order', same_key: 'the name in another spelling', similar: 'a similar name' } as const

const compared = (one: Known, { known, why }: Resemblance): string => {
  const words: string[] = [reasons[why]]
  if (agree(one.birth, known.birth)) words.push('the same birth')
  if (one.arrests.some((arrest) => known.arrests.some((other) => agree(arrest, other)))) words.push('arrested at the same time')
  else if (one.arrests.some(isDated) && known.arrests.some(isDated)) words.push('another date of arrest')
  if (one.countries.some((country) => known.countries.includes(country))) words.push('the same country')
  return words.join(', ')
}

const shown = ({ known, name }: Resemblance): string => `${known.ref} (${name})`

/**
 * Whom of the register, or of the rows before, a row may be about. A name alone never makes two
 * people one: someone answers. Where births differ they are taken for two people of one name, and said so.
 */
export const findSamePerson = (row: Known, people: KnownPeople): ImportProblem[] => {
  const found = people.find(row, MATCH_THRESHOLD)
  const namesakes = found.filter(({ known }) => differ(row.birth, known.birth))
  const [best, ...others] = found
    .filter((one) => !namesakes.includes(one))
    .toSorted((a, b) => Number(agree(row.birth, b.known.birth)) - Number(agree(row.birth, a.known.birth)) || b.score - a.score)
  if (best !== undefined) {
    const more = others.length === 0 ? '' : ` Others: ${others.slice(0, 5).map(shown).join(', ')}.`
    return [
      problemOfRow({
        code: best.known.ref.startsWith('row') ? 'same_person_twice' : 'may_be_known',
        severity: 'question',
        value: row.names[0] ?? '',
        reason: `May be the same person as ${shown(best)}: ${compared(row, best)}.${more} Say whether it is.`,
        suggestion: best.known.ref,
      }),
    ]
  }
  const [namesake] = namesakes
  if (namesake === undefined) return []
  return [
    problemOfRow({
      code: 'namesake',
      severity: 'warning',
      value: row.names[0] ?? '',
      reason: `Has the name of ${shown(namesake)} and another birth: taken for another person. Choose the same person if that is wrong.`,
      suggestion: namesake.known.ref,
    }),
  ]
}
