import type { Detention } from '#seed/detainee.ts'
import { notStated } from '#seed/parts.ts'
import { type Report, problemOfRow } from './cell.ts'
import type { RowDates } from './date-checks.ts'
import type { CellReader } from './read-cells.ts'
import { say } from './say.ts'

const readCharges = (cells: CellReader): Detention['charges'] => {
  const code = cells.text('codeOfLaw')
  const articles = [...new Map(cells.list('article').map((said) => [said.value, said])).values()]
  return articles.map((said) => ({
    article: said.value,
    codeOfLaw: code?.value ?? null,
    text: null,
    evidence: [...say('article', said, said.value), ...say('codeOfLaw', code, code?.value ?? null)],
  }))
}

const readSentences = (cells: CellReader): Detention['sentences'] => {
  const kind = cells.code('sentenceKind')
  const length = cells.text('sentenceLength')
  const sentenced = cells.date('sentenced')
  if (kind === null && length === null && sentenced === null) return []
  return [
    {
      kind: (kind?.value ?? 'not_stated') as Detention['sentences'][number]['kind'],
      lengthText: length?.value ?? null,
      lengthDays: null,
      sentenced: sentenced?.value ?? notStated,
      evidence: [
        ...say('kind', kind, kind?.value ?? null),
        ...say('lengthText', length, length?.value ?? null),
        ...say('sentenced', sentenced, sentenced?.value.edtf ?? null),
      ],
    },
  ]
}

/** The detention a row speaks of; none where it says nothing about one. `country` is that of the whole file. */
export const readDetention = (
  cells: CellReader,
  fileCountry: string | null,
  report: Report,
): { readonly detentions: Detention[]; readonly dates: RowDates } => {
  const country = cells.country('country')
  const arrest = cells.date('arrest')
  const end = cells.date('end')
  const endReason = cells.code('endReason')
  const place = cells.text('place')
  const authority = cells.text('authority')
  const charges = readCharges(cells)
  const sentences = readSentences(cells)
  const said = [country, arrest, end, endReason, place, authority].some((cell) => cell !== null)
  const dates: RowDates = { arrest: arrest?.value, end: end?.value, sentenced: sentences[0]?.sentenced }
  if (!said && charges.length === 0 && sentences.length === 0) return { detentions: [], dates }
  const where = country?.value ?? fileCountry
  if (where === null && !cells.hasCell('country')) {
    report(problemOfRow({ code: 'no_country', reason: 'This row speaks of a detention and does not say in which country. Add it, or set the country of the whole file.' }))
  }
  const detention: Detention = {
    country: where ?? '',
    arrest: arrest?.value ?? notStated,
    end: end?.value ?? notStated,
    endReason: (endReason?.value ?? null) as Detention['endReason'],
    place: place?.value ?? null,
    authority: authority?.value ?? null,
    charges,
    sentences,
    evidence: [
      ...say('country', country, country?.value ?? null),
      ...say('arrest', arrest, arrest?.value.edtf ?? null),
      ...say('end', end, end?.value.edtf ?? null),
      ...say('endReason', endReason, endReason?.value ?? null),
      ...say('place', place, place?.value ?? null),
      ...say('authority', authority, authority?.value ?? null),
    ],
  }
  return { detentions: [detention], dates }
}
