import type { Detention } from '#seed/detainee.ts'
import type { Collector } from '../../register/load-collector.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { addDetention } from '../../register/load-detainees.ts'
import type { PersonRecord } from './person-record.ts'

type Stored = PersonRecord['detentions'][number]

const isNever = (a: { earliest: string | null; latest: string | null }, b: { earliest: string | null; latest: string | null }): boolean =>
  (a.latest !== null && b.earliest !== null && a.latest < b.earliest) || (b.latest !== null && a.earliest !== null && b.latest < a.earliest)

const isDated = ({ earliest, latest }: { earliest: string | null; latest: string | null }): boolean => earliest !== null || latest !== null

/** The detention on record that a row speaks of: of the same country and arrest, or the only one where one of the two has no date. */
const sameDetention = (detention: Detention, stored: readonly Stored[]): Stored | undefined => {
  const inCountry = stored.filter(({ country }) => country === detention.country)
  const arrestOf = (row: Stored) => ({ earliest: row.arrest_earliest, latest: row.arrest_latest })
  const dated = inCountry.filter((row) => isDated(arrestOf(row)) && isDated(detention.arrest) && !isNever(arrestOf(row), detention.arrest))
  if (dated.length > 0) return dated.length === 1 ? dated[0] : undefined
  const [only, ...more] = inCountry
  return only !== undefined && more.length === 0 && !(isDated(arrestOf(only)) && isDated(detention.arrest)) ? only : undefined
}

/** Adds what a row says of a detention: to the one on record where it is the same, filling what is not stated there; else as another. */
export const addToDetentions = (collector: Collector, personId: number, detention: Detention, record: PersonRecord): void => {
  const same = sameDetention(detention, record.detentions)
  if (same === undefined) {
    addDetention(collector, personId, detention)
    return
  }
  const { add, change, cite } = collector
  change('detention', same.id, {
    ...(same.arrest_edtf === null && detention.arrest.edtf !== null ? dateColumns('arrest', detention.arrest) : {}),
    ...(same.end_edtf === null && detention.end.edtf !== null ? dateColumns('end', detention.end) : {}),
    ...(same.end_reason === null && detention.endReason !== null ? { end_reason: detention.endReason } : {}),
    ...(same.place === null && detention.place !== null ? { place: detention.place } : {}),
    ...(same.authority === null && detention.authority !== null ? { authority: detention.authority } : {}),
  })
  cite('detention', same.id, detention.evidence)
  for (const { article, codeOfLaw, text, evidence } of detention.charges) {
    const known = record.charges.find((charge) => charge.detention_id === same.id && charge.article === article)
    cite('charge', known?.id ?? add('charge', { detention_id: same.id, article, code_of_law: codeOfLaw, text }), evidence)
  }
  for (const { kind, lengthText, lengthDays, sentenced, evidence } of detention.sentences) {
    const known = record.sentences.find((sentence) => sentence.detention_id === same.id && sentence.kind === kind && sentence.length_text === lengthText)
    const added = { detention_id: same.id, kind, length_text: lengthText, length_days: lengthDays, ...dateColumns('sentenced', sentenced) }
    cite('sentence', known?.id ?? add('sentence', added), evidence)
  }
}
