import type { Kysely } from 'kysely'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { PersonBrief } from '#contract/duplicates.ts'
import type { Register } from '../../db/register.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'
import type { NamedFacts } from './person-facts.queries.ts'

const aboutOf = ({ sex, birth, arrests, citizenships, occupation, events }: NamedFacts): string[] => [
  ...(occupation === null ? [] : [occupation]),
  ...(sex === 'f' ? ['female'] : sex === 'm' ? ['male'] : []),
  birth.basis === 'not_stated' ? 'birth not stated' : `born ${formatStatedDate(birth)}`,
  ...arrests.map(({ country, date }) => `arrested in ${countryName(country)}, ${formatStatedDate(date)}`),
  ...(citizenships.length === 0 ? [] : [`citizen of ${citizenships.map(countryName).join(', ')}`]),
  ...[...events].map(([id, title]) => `released: ${title} (R-${id})`),
]

/** These people in a few words each, by their numbers. */
export const describePeople = async (
  db: Kysely<Register>,
  facts: ReadonlyMap<number, NamedFacts>,
): Promise<(id: number) => PersonBrief> => {
  const primary = await findPrimaryNames(db, [...facts.keys()])
  return (id) => {
    const known = facts.get(id)
    const name = primary.get(id)
    return {
      id,
      ref: `D-${id}`,
      name: name?.text ?? null,
      lang: name?.lang ?? null,
      names: known ? [...known.texts] : [],
      about: known ? aboutOf(known) : ['no longer in the register'],
    }
  }
}
