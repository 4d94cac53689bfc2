import type { SearchAnswer } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { describeActions, describeEvents, describeSources } from './describe-hits.queries.ts'
import { describePeople } from './people.queries.ts'
import type { TextHit, TextKind } from './text-hits.queries.ts'
import { actionTexts, eventTexts, personTexts, sourceTexts } from './texts.queries.ts'

const idsWith = (prefix: string, found: readonly string[]): number[] =>
  found.flatMap((ref) => (ref.startsWith(`${prefix}-`) ? [Number(ref.slice(prefix.length + 1))] : []))

/** A record with the text it is known by; one whose texts were taken away has none. */
export const findHits = async ({ db }: RecordFile, kind: TextKind, ids: readonly number[], why: string): Promise<TextHit[]> => {
  const texts = await kind.texts(db, ids)
  return ids.map((id) => {
    const { field, text, lang } = texts.get(id)?.[0] ?? { field: 'title', text: '', lang: null }
    return { id, why, snippet: { field, lang, parts: text === '' ? [] : [{ text, marked: false }] } }
  })
}

const groupOf = <Hit>(hits: Hit[]) => ({ total: hits.length, orMore: false, hits })

/** The records of a citation, `D-12` and the like, as a search shows them. */
export const findListed = async (file: RecordFile, found: readonly string[]): Promise<SearchAnswer> => {
  const hitsOf = (prefix: string, kind: TextKind) => findHits(file, kind, idsWith(prefix, found), 'Listed by its number')
  const [people, events, actions, sources] = await Promise.all([
    hitsOf('D', personTexts),
    hitsOf('R', eventTexts),
    hitsOf('S', actionTexts),
    hitsOf('SRC', sourceTexts),
  ])
  return {
    people: groupOf(await describePeople(file.db, people)),
    releaseEvents: groupOf(await describeEvents(file, events)),
    sanctionsActions: groupOf(await describeActions(file, actions)),
    sources: groupOf(await describeSources(file, sources)),
  }
}
