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

/** The code of a country typed by its name or its code, or null. */
export const countryOf = (text: string): string | null => byName.get(folded(text)) ?? null

/** Countries whose name has the typed words at its beginning first, then at that of another word, then anywhere. */
export const countriesLike = (text: string): readonly NamedCountry[] => {
  const typed = folded(text)
  if (typed === '') return countries
  const rank = ({ code, name }: NamedCountry): number => {
    const own = folded(name)
    if (own.startsWith(typed)) return 0
    if (folded(code) === typed) return 1
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
