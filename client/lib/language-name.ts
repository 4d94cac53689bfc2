/** The languages names and sources reach the register in. Browsers lack data for some of them, so the words are ours. */
const names: Readonly<Record<string, string>> = {
  be: 'Belarusian',
  'be-Latn': 'Belarusian, Latin script',
  'be-tarask': 'Belarusian, classical spelling',
  de: 'German',
  en: 'English',
  fr: 'French',
  lt: 'Lithuanian',
  pl: 'Polish',
  ru: 'Russian',
  'ru-Latn': 'Russian, Latin script',
  uk: 'Ukrainian',
  'uk-Latn': 'Ukrainian, Latin script',
}

/** A BCP 47 tag in words; an undetermined language reads "language not stated". */
export const languageName = (tag: string): string =>
  tag === 'und' || tag.startsWith('und-') ? 'language not stated' : (names[tag] ?? names[tag.split('-')[0] ?? ''] ?? tag)
