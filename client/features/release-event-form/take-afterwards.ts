import { type Take, nearest, withWords } from '#client/components/entry/text/words.ts'
import { countryName } from '#contract/countries.ts'
import { withRowChanged } from './change-draft.ts'
import type { Draft } from './draft.ts'
import { nameOf } from './take-people.ts'

/*
 * What the words say of the last person's time after the release. What stands in the form already
 * is not overwritten.
 */

/** What still binds the last person: the words themselves, or, where the form has some, what this source says instead. */
export const takeRestrictions: Take<Draft>['take'] = (draft, words) => {
  const person = draft.people.at(-1)
  if (person === undefined) return { problem: 'Enter a person first.' }
  const stands = person.restrictions.trim()
  const differs = stands !== '' && stands !== words.quote
  const { evidence, piece } = withWords(person.evidence, words, {
    supports: ['restrictions'],
    mainSource: draft.mainSource,
    ...(differs ? { asserts: words.quote } : {}),
  })
  const name = nameOf(person)
  return {
    draft: withRowChanged(draft, 'people', person.uid, { evidence, ...(differs ? {} : { restrictions: words.quote }) }),
    said: differs
      ? `The form says already what still binds ${name}: this is kept as what the source says instead`
      : `What still binds ${name}: ${words.quote}`,
    piece,
  }
}

/** Where the last person was taken on to, and when: a country, a day, or both, as the words say. */
export const takeOnward: Take<Draft>['take'] = (draft, words) => {
  const person = draft.people.at(-1)
  if (person === undefined) return { problem: 'Enter a person first.' }
  const code = nearest(words, 'country')?.first.value
  const said = {
    onwardCountry: code === undefined ? null : countryName(code),
    onward: nearest(words, 'date')?.first.value ?? null,
  }
  const found = (['onwardCountry', 'onward'] as const).flatMap((field) => {
    const value = said[field]
    return value === null ? [] : [{ field, value }]
  })
  if (found.length === 0) return { problem: 'Neither a country nor a date is found in these words. Choose them in the form.' }
  const taken = found.find(({ field, value }) => person[field].trim() !== '' && person[field].trim() !== value)
  if (taken !== undefined) return { problem: `The form says ${person[taken.field]} already: change it there, and quote the words there.` }
  const { evidence, piece } = withWords(person.evidence, words, { supports: found.map(({ field }) => field), mainSource: draft.mainSource })
  return {
    draft: withRowChanged(draft, 'people', person.uid, { evidence, ...Object.fromEntries(found.map(({ field, value }) => [field, value])) }),
    said: `${nameOf(person)} was taken on: ${found.map(({ value }) => value).join(', ')}`,
    piece,
    ...(said.onwardCountry === null ? { focus: `${person.uid}-onwardCountry` } : {}),
  }
}
