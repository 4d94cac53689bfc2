/** The licence of the data; the program has its own. */
export const dataLicence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** What the licence covers and what it does not allow, in words that travel with every copy. */
export const dataLicenceNotice =
  'The register’s own compilation, codes and summaries are licensed under Creative Commons Attribution 4.0. ' +
  'Quoted words belong to those who published them and are quoted for evidence only. The licence does not allow ' +
  'what the law forbids: these are personal data of living people, many of them at risk. Do not use them to ' +
  'trace, threaten or profile anyone.'
