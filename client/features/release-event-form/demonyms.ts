/** What people of a country are called in English, where the name of the country is not in it as it stands. */
const codes: Readonly<Record<string, string>> = {
  american: 'US',
  armenian: 'AM',
  azerbaijani: 'AZ',
  belarusian: 'BY',
  british: 'GB',
  canadian: 'CA',
  chinese: 'CN',
  cuban: 'CU',
  czech: 'CZ',
  estonian: 'EE',
  french: 'FR',
  georgian: 'GE',
  german: 'DE',
  hungarian: 'HU',
  iranian: 'IR',
  israeli: 'IL',
  italian: 'IT',
  japanese: 'JP',
  kazakh: 'KZ',
  latvian: 'LV',
  lithuanian: 'LT',
  moldovan: 'MD',
  nicaraguan: 'NI',
  polish: 'PL',
  russian: 'RU',
  spanish: 'ES',
  swedish: 'SE',
  swiss: 'CH',
  turkish: 'TR',
  ukrainian: 'UA',
  venezuelan: 'VE',
}

/** The one country whose people the words name ("five Ukrainian citizens"), or null where it is none or several. */
export const countryOfPeople = (words: string): string | null => {
  const found = new Set(Array.from(words.toLowerCase().matchAll(/\p{L}+/gu), ([word]) => codes[word] ?? codes[word.replace(/s$/, '')]))
  found.delete(undefined)
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}
