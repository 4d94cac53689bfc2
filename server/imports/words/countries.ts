import { countryCodes, countryName, fictionalCountry } from '#contract/countries.ts'
import { wordsOf } from './words.ts'

const languages = ['en', 'be', 'ru', 'uk', 'pl', 'lt', 'de', 'fr'] as const

/** Names that lists use beside those of the language data. */
const others: readonly (readonly [string, string])[] = [
  ['Belorussia', 'BY'], ['Byelorussia', 'BY'], ['Белоруссия', 'BY'], ['РБ', 'BY'], ['Республика Беларусь', 'BY'], ['Рэспубліка Беларусь', 'BY'], ['BLR', 'BY'],
  ['Российская Федерация', 'RU'], ['РФ', 'RU'], ['Расія', 'RU'], ['Russian Federation', 'RU'], ['RUS', 'RU'],
  ['Летува', 'LT'], ['LTU', 'LT'], ['UKR', 'UA'], ['POL', 'PL'], ['LVA', 'LV'], ['GEO', 'GE'], ['DEU', 'DE'], ['KAZ', 'KZ'],
  ['США', 'US'], ['ЗША', 'US'], ['USA', 'US'], ['United States of America', 'US'],
  ['UK', 'GB'], ['Great Britain', 'GB'], ['Великобритания', 'GB'], ['Вялікабрытанія', 'GB'], ['England', 'GB'],
  ['Чехия', 'CZ'], ['Чэхія', 'CZ'], ['Czech Republic', 'CZ'], ['Молдавия', 'MD'], ['Турция', 'TR'], ['Turkey', 'TR'],
  ['ФРГ', 'DE'], ['ОАЭ', 'AE'], ['UAE', 'AE'], ['Киргизия', 'KG'], ['Kosovo', 'XK'], ['Velmaria', fictionalCountry],
]

function* entries(): Generator<readonly [string, string]> {
  for (const code of countryCodes) yield [code, code]
  for (const code of countryCodes) yield [countryName(code), code]
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of countryCodes) {
      const name = names.of(code)
      if (name !== undefined) yield [name, code]
    }
  }
  yield* others
}

/** Countries by their ISO codes and by their names in the languages these lists are written in. */
export const countryWords = wordsOf(entries())
