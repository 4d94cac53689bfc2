import { type EditionComparison, comparedKindLabels } from '#contract/compare.ts'
import type { Edition } from '#contract/editions.ts'
import type { OpenEdition } from '../edition-shelf.ts'
import { findProtections } from '../protections.ts'
import { compareHeadlines } from './compare-headlines.ts'
import { compareRecords, findHiddenPeople } from './compare-records.ts'
import type { Kind } from './compared-rows.ts'

const briefOf = ({ number, label, publishedAt, note }: Edition) => ({ number, label, publishedAt, note })

/** What changed from one edition to another, worked out from the two files alone. */
export const compareEditions = async (from: OpenEdition, to: OpenEdition): Promise<EditionComparison> => {
  const [a, b] = [from.file.db, to.file.db]
  const hidden = new Set([...(await findHiddenPeople(a)), ...(await findHiddenPeople(b))])
  const kinds = []
  for (const kind of Object.keys(comparedKindLabels) as Kind[]) kinds.push(await compareRecords(a, b, kind, hidden))
  const withheld = kinds.find(({ kind }) => kind === 'detainee')?.protected ?? 0
  const nameless = (await findProtections(a))
    .filter(({ reason, at }) => reason === 'name_withheld' && at <= to.edition.publishedAt)
    .reduce((sum, { people }) => sum + people, 0)
  return {
    from: briefOf(from.edition),
    to: briefOf(to.edition),
    kinds,
    headlines: await compareHeadlines(a, b),
    protections: [
      ...(withheld === 0 ? [] : [{ reason: 'withheld' as const, people: withheld }]),
      ...(nameless === 0 ? [] : [{ reason: 'name_withheld' as const, people: nameless }]),
    ],
  }
}
