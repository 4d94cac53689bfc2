import { type Take, withWords } from '#client/components/entry/text/words.ts'
import { basisLabels, departureModeLabels } from '#contract/codes.ts'
import { withRowChanged } from './change-draft.ts'
import type { Draft } from './draft.ts'
import { nameOf } from './take-people.ts'

/** Words that say one code plainly, in English, Belarusian, Russian and Ukrainian. */
const basisWords: readonly (readonly [keyof typeof basisLabels, RegExp])[] = [
  ['pardon', /pardon|clemency|памілав|помилов|поми́лув|помилув/iu],
  ['amnesty', /amnest|амніст|амнист/iu],
  ['exchange', /\bswap|exchang|абмен|обмен|обмін/iu],
  ['negotiated_release', /negotiat|mediat|перамов|переговор|перемовин/iu],
  ['sentence_served', /served (?:his|her|their|the|a) (?:full )?(?:sentence|term)|адбы[ўв]|отбы[лв]|відбу[вл]/iu],
  ['humanitarian', /humanitarian|health grounds|гуманітар|гуманитар/iu],
  ['acquittal', /acquit|апраўда|оправда|виправда/iu],
]
const departureWords: readonly (readonly [keyof typeof departureModeLabels, RegExp])[] = [
  ['bus', /\bbus(?:es)?\b|аўтобус|автобус/iu],
  ['train', /\btrains?\b|цягнік|поезд|потяг|поїзд/iu],
  ['aircraft', /\bplane|aircraft|flight|flown|самалёт|самолет|самолёт|літак/iu],
  ['car', /\bcars?\b|minivan|аўтамабіл|автомобил|машин/iu],
  ['on_foot', /on foot|walked across|пешшу|пешком|пішки/iu],
]

const onlyCode = <Code extends string>(table: readonly (readonly [Code, RegExp])[], words: string): Code | null => {
  const found = table.filter(([, pattern]) => pattern.test(words))
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}

/** The basis, where the words say one plainly; else they are kept, and it is chosen by hand. */
export const takeBasis: Take<Draft>['take'] = (draft, words) => {
  const code = onlyCode(basisWords, words.quote)
  const { evidence, piece } = withWords(draft.evidence.basis, words, { supports: ['basis'], mainSource: draft.mainSource })
  const next = { ...draft, evidence: { ...draft.evidence, basis: evidence } }
  return code === null
    ? { draft: next, said: 'The words are kept: choose the basis', piece, focus: 'event-basis' }
    : { draft: { ...next, basis: code }, said: `Basis: ${basisLabels[code]}`, piece }
}

/** How the last person left, where the words say it plainly; else they are kept, and it is chosen by hand. */
export const takeDeparture: Take<Draft>['take'] = (draft, words) => {
  const person = draft.people.at(-1)
  if (person === undefined) return { problem: 'Enter a person first.' }
  const code = onlyCode(departureWords, words.quote)
  const { evidence, piece } = withWords(person.evidence, words, { supports: ['departureMode'], mainSource: draft.mainSource })
  const next = withRowChanged(draft, 'people', person.uid, { evidence, ...(code === null ? {} : { departureMode: code }) })
  return code === null
    ? { draft: next, said: `The words are kept: choose how ${nameOf(person)} left`, piece, focus: `${person.uid}-departureMode` }
    : { draft: next, said: `${nameOf(person)} left by: ${departureModeLabels[code]}`, piece }
}
