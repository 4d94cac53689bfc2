import { countryCodes, countryName, fictionalCountry } from '#contract/countries.ts'

export type NamedCountry = { readonly code: string; readonly name: string }

/** Every country, by name. */
export const countries: readonly NamedCountry[] = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .toSorted((a, b) => (a.code === fictionalCountry ? 1 : b.code === fictionalCountry ? -1 : a.name.localeCompare(b.name, 'en')))

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .trim()

const byName = new Map(countries.flatMap(({ code, name }) => [[folded(name), code] as const, [folded(code), code] as const]))

/** Languages that sources of this register are written in, in which a country may be typed too. */
const otherLanguages = ['ru', 'be', 'uk', 'pl', 'lt', 'de', 'fr', 'es']

const namesElsewhere = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const language of otherLanguages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    // Where this language is not known here, names come in that of the system: they are right as well.
    for (const { code } of countries) {
      const name = folded(names.of(code) ?? '')
      if (name !== '') found.set(name, (found.get(name) ?? new Set()).add(code))
    }
  }
  return found
}

let elsewhere: ReturnType<typeof namesElsewhere> | undefined

/** Codes of the countries called so in another language; more than one where languages differ on it. */
const calledElsewhere = (typed: string): ReadonlySet<string> => {
  elsewhere ??= namesElsewhere()
  return elsewhere.get(typed) ?? new Set()
}

/** The code of a country typed by its name, in English or in a language of the sources, or by its code; or null. */
export const countryOf = (text: string): string | null => {
  const typed = folded(text)
  const known = byName.get(typed)
  if (known !== undefined || typed === '') return known ?? null
  const [only, ...others] = calledElsewhere(typed)
  return only !== undefined && others.length === 0 ? only : null
}

/** The same in English, as the register writes it, where it was typed in another language; or null. */
export const inEnglish = (text: string): string | null => {
  const code = countryOf(text)
  return code === null || byName.has(folded(text)) ? null : countryName(code)
}

/** Countries whose name has the typed words at its beginning first, then at that of another word, then anywhere; those that are called so elsewhere. */
export const countriesLike = (text: string): readonly NamedCountry[] => {
  const typed = folded(text)
  if (typed === '') return countries
  const called = calledElsewhere(typed)
  const rank = ({ code, name }: NamedCountry): number => {
    const own = folded(name)
    if (own.startsWith(typed)) return 0
    if (folded(code) === typed || called.has(code)) return 1
    if (own.includes(` ${typed}`)) return 2
    return own.includes(typed) ? 3 : 4
  }
  return countries.filter((country) => rank(country) < 4).toSorted((a, b) => rank(a) - rank(b))
}

/** The one country that the typed words can mean, or null. */
export const onlyCountryLike = (text: string): NamedCountry | null => {
  const found = countriesLike(text).filter(({ name }) => folded(name).startsWith(folded(text)))
  return text.trim() !== '' && found.length === 1 ? (found[0] ?? null) : null
}
