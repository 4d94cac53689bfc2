import type { Kysely } from 'kysely'
import { type MergeView, mergeFields } from '#contract/merge.ts'
import type { Register } from '../../db/register.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import type { Row } from '../../register/undo/rows.ts'
import { comparePeople } from '../duplicates/compare-people.ts'
import { describePeople } from '../duplicates/person-brief.ts'
import { findFacts } from '../duplicates/person-facts.queries.ts'
import { findVerdictsOf } from '../duplicates/verdicts.queries.ts'
import { fieldWords, valueWords } from '../rows/row-words.ts'
import { findSide, releaseFields, sideOfField, sideOfRelease } from './sides.ts'

const fieldSaid = (row: Row, field: (typeof mergeFields)[number]): string | null => {
  const words = valueWords('detainee', row, field)
  const asOf = field === 'status' ? valueWords('detainee', row, 'status_as_of') : null
  return words === null || asOf === null ? words : `${words}, as of ${asOf}`
}

const releaseSaid = (row: Row): string | null => {
  const said = releaseFields.flatMap((field) => valueWords('release_person', row, field) ?? [])
  return said.length === 0 ? null : said.join('; ')
}

const nameOf = (row: Row) => ({ id: Number(row['id']), text: String(row['text']), lang: String(row['lang']) })

/** Two people side by side; null where one of them is not there. */
export const findMergeView = async (db: Kysely<Register>, keepId: number, dropId: number): Promise<MergeView | null> => {
  const [keep, drop] = [await findSide(db, keepId), await findSide(db, dropId)]
  const facts = await findFacts(db, [keepId, dropId])
  const [one, other] = [facts.get(keepId), facts.get(dropId)]
  const [keepRow, dropRow] = [keep.row, drop.row]
  if (!keepRow || !dropRow || !one || !other) return null
  const describe = await describePeople(db, facts)
  const { agrees, differs, ...likeness } = comparePeople(one, other)
  const versionOf = (id: number) => findRecordVersion(db, { table: 'detainee', id })
  const verdicts = (await findVerdictsOf(db, keepId)).filter((verdict) => verdict.other === dropId)
  const isPrimary = ({ kind }: Row) => kind === 'primary'
  return {
    keep: { ...describe(keepId), version: await versionOf(keepId) },
    drop: { ...describe(dropId), version: await versionOf(dropId) },
    ...likeness,
    agrees: [...agrees],
    differs: [...differs],
    fields: mergeFields.map((field) => ({
      field,
      label: fieldWords(field === 'description' ? 'public role' : field),
      keep: fieldSaid(keepRow, field),
      drop: fieldSaid(dropRow, field),
      mustChoose: sideOfField(keepRow, dropRow, field) === null,
    })),
    mainNames: keep.names.filter(isPrimary).flatMap((name) => {
      const rival = drop.names.filter(isPrimary).find(({ script, text }) => script === name['script'] && text !== name['text'])
      return rival ? [{ script: String(name['script']), keep: nameOf(name), drop: nameOf(rival) }] : []
    }),
    releases: keep.releases.flatMap((row) => {
      const twin = drop.releases.find((release) => release['release_event_id'] === row['release_event_id'])
      const event = Number(row['release_event_id'])
      if (!twin) return []
      return [{ event, title: one.events.get(event) ?? `R-${event}`, keep: releaseSaid(row), drop: releaseSaid(twin), mustChoose: sideOfRelease(row, twin) === null }]
    }),
    saidDifferent: verdicts.map(({ author, reason, madeAt }) => ({ author, reason, madeAt })),
  }
}
