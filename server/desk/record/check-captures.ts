import type { Kysely } from 'kysely'
import type { SourceWrite } from '#contract/source-write.ts'
import type { Register } from '../../db/register.ts'
import type { EvidenceList } from './check-ids.ts'

/** The kept texts that a body names, by the key of their source. A text of another source is left out. */
const findTexts = async (db: Kysely<Register>, sources: readonly SourceWrite[]): Promise<ReadonlyMap<string, string>> => {
  const ids = sources.flatMap(({ capture }) => capture ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('source_capture').where('id', 'in', ids).select(['id', 'source_id', 'text']).execute()
  return new Map(
    sources.flatMap(({ key, id, capture }) => {
      const row = rows.find((candidate) => candidate.id === capture)
      return row && (row.source_id === null || row.source_id === id) ? [[key, row.text] as const] : []
    }),
  )
}

/** Quotes that do not stand where the body says they do in the kept text of their source, by the field's path. */
export const checkCaptures = async (
  db: Kysely<Register>,
  sources: readonly SourceWrite[],
  lists: readonly EvidenceList[],
): Promise<Record<string, string>> => {
  const texts = await findTexts(db, sources)
  const problems: Record<string, string> = {}
  sources.forEach(({ key, capture }, index) => {
    if (capture !== null && !texts.has(key)) problems[`sources.${index}.capture`] = 'There is no such text of this source. Paste it again.'
  })
  for (const { path, list } of lists) {
    list.forEach(({ source, quote, at, id }, index) => {
      if (at === null || quote === null || id !== null) return
      if (texts.get(source)?.startsWith(quote, at) !== true) {
        problems[`${path}.${index}.quote`] = 'These words do not stand there in the text. Select them in the text again.'
      }
    })
  }
  return problems
}
