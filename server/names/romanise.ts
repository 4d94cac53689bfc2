import { eastSlavicLanguagesOf, type EastSlavicLanguage } from '#contract/names/language.ts'

/**
 * Cyrillic to plain Latin as passports write it, without marks.
 *
 * Sources: Belarus, Ministry of the Interior, Resolution 288 of 9 October 2008 (identity
 * documents); Ukraine, Cabinet of Ministers, Resolution 55 of 27 January 2010; Russia, ICAO
 * Doc 9303 part 3. Differences by position in the word (initial `Ye-`, `Yu-`) are not followed:
 * the name key has one class for them.
 */
const SHARED: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'ie', ж: 'zh', з: 'z',
  и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
}

const OWN: Readonly<Record<EastSlavicLanguage, Readonly<Record<string, string>>>> = {
  be: { г: 'h', ё: 'io' },
  ru: {},
  uk: { г: 'h', и: 'y' },
}

const tables = new Map(
  (['be', 'ru', 'uk'] as const).map((language) => [language, new Map(Object.entries({ ...SHARED, ...OWN[language] }))]),
)

/** Romanises the East-Slavic letters of a lower-case NFC text by the rules of one language. Other characters pass through. */
export const romaniseAs = (text: string, language: EastSlavicLanguage): string => {
  const table = tables.get(language)
  return text.replaceAll(/[\u0400-\u04ff]/g, (letter) => table?.get(letter) ?? letter)
}

/**
 * The same by the language its letters show; where they do not tell Belarusian from Ukrainian
 * the Belarusian rules serve, and where they tell nothing the Russian ones.
 */
export const romanise = (text: string): string => {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  const languages = eastSlavicLanguagesOf(text)
  return romaniseAs(text, languages.includes('ru') ? 'ru' : (languages[0] ?? 'ru'))
}
