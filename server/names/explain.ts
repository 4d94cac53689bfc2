import { eastSlavicLanguagesOf, scriptOf, type EastSlavicLanguage } from '#contract/names/language.ts'
import { scoreNames, type NameScore } from './score.ts'

const LANGUAGE: Readonly<Record<EastSlavicLanguage, string>> = { be: 'Belarusian', ru: 'Russian', uk: 'Ukrainian' }

/** What the letters of a spelling say about it, and no more: `Russian spelling`, `Belarusian or Ukrainian spelling`, `Łacinka spelling`. */
export const describeSpelling = (text: string): string => {
  const script = scriptOf(text)
  if (script === 'Latn') return /ŭ/iu.test(text.normalize('NFC')) ? 'Łacinka spelling' : 'Latin spelling'
  if (script !== 'Cyrl') return 'another script'
  const languages = eastSlavicLanguagesOf(text)
  if (languages.length === 0 || languages.length === 3) return 'Cyrillic spelling'
  return `${languages.map((language) => LANGUAGE[language]).join(' or ')} spelling`
}

const reason = (query: string, found: NameScore): string => {
  if (found.why === 'exact') return 'exactly as typed'
  if (found.why === 'same_letters') return 'the same letters'
  if (found.byInitial) return 'by its initial'
  return found.why === 'similar' ? `similar, ${describeSpelling(query)}` : describeSpelling(query)
}

/**
 * One sentence that says why a hit was found: `Беляцкий ~ Bialiatski: Russian spelling`. The
 * language is that of the query as its letters show it; where they fit several, all are named.
 * @param found the score of the two, if already known
 */
export const explainMatch = (query: string, candidate: string, found: NameScore = scoreNames(query, candidate)): string => {
  const missing = found.patronymicMissing ? '; patronymic in one only' : ''
  return `${query.trim()} ~ ${candidate.trim()}: ${reason(query, found)}${missing}`
}
