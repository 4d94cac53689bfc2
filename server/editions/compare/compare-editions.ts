import { type EditionComparison, comparedKindLabels, protectionLabels } from '#contract/compare.ts'
import type { Edition } from '#contract/editions.ts'
import type { OpenEdition } from '../edition-shelf.ts'
import { type Protection, type ProtectionReason, findProtections } from '../protections.ts'
import { compareHeadlines } from './compare-headlines.ts'
import { compareRecords, findHiddenPeople } from './compare-records.ts'
import type { Kind } from './compared-rows.ts'

const briefOf = ({ number, label, publishedAt, note }: Edition) => ({ number, label, publishedAt, note })

const countOf = (protections: readonly Protection[], reason: ProtectionReason): number =>
  protections.reduce((sum, { reason: other, people }) => (other === reason ? sum + people : sum), 0)

/** Each file says how many people were taken out of it, why and when; nothing in it says who. */
const countProtections = (first: readonly Protection[], second: readonly Protection[]): EditionComparison['protections'] =>
  Object.keys(protectionLabels)
    .map((reason) => reason as ProtectionReason)
    .map((reason) => ({ reason, first: countOf(first, reason), second: countOf(second, reason) }))
    .filter((count) => count.first + count.second > 0)

/** What changed from one edition to another, worked out from the two files alone. */
export const compareEditions = async (from: OpenEdition, to: OpenEdition): Promise<EditionComparison> => {
  const [a, b] = [from.file.db, to.file.db]
  const hidden = new Set([...(await findHiddenPeople(a)), ...(await findHiddenPeople(b))])
  const kinds = []
  for (const kind of Object.keys(comparedKindLabels) as Kind[]) kinds.push(await compareRecords(a, b, kind, hidden))
  return {
    from: briefOf(from.edition),
    to: briefOf(to.edition),
    kinds,
    headlines: await compareHeadlines(a, b),
    protections: countProtections(await findProtections(a), await findProtections(b)),
  }
}
