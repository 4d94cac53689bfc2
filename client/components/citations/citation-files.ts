import type { Citation } from '#contract/cite.ts'
import { fileNameOf } from '#contract/sentence.ts'

export type CitationFormat = keyof Citation['formats']

type Form = { readonly label: string; readonly ending: string; readonly type: string }

/** The forms of a citation with the files that reference managers read. */
export const citationForms: Readonly<Record<CitationFormat, Form>> = {
  apa: { label: 'APA', ending: 'txt', type: 'text/plain' },
  chicago: { label: 'Chicago', ending: 'txt', type: 'text/plain' },
  bibtex: { label: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  ris: { label: 'RIS', ending: 'ris', type: 'application/x-research-info-systems' },
  cslJson: { label: 'CSL-JSON', ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
}

/** `habeas-edition-1-5-release-events-taken-to-lithuania.bib`: the view's sentence, which the file is of. */
export const citationFileName = ({ edition, title }: Pick<Citation, 'edition' | 'title'>, format: CitationFormat): string =>
  `${['habeas', 'edition', edition.number, fileNameOf(title)].filter((part) => part !== '').join('-')}.${citationForms[format].ending}`

/** The reader's own day, YYYY-MM-DD: the day they read what they cite. */
export const civilDayOf = (moment: Date): string =>
  [
    String(moment.getFullYear()).padStart(4, '0'),
    String(moment.getMonth() + 1).padStart(2, '0'),
    String(moment.getDate()).padStart(2, '0'),
  ].join('-')
