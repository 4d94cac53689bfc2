import { type Kysely, sql } from 'kysely'
import { actionLabels, authorityLabels } from '#contract/codes.ts'
import type { Records } from '../../db/records.ts'
import { findOwnIds } from '../detainees/kept.ts'
import type { SearchedText, TextKind } from './text-hits.queries.ts'

/*
 * The texts behind the index (server/db/searched-text.ts), as they are written: to mark the
 * words in them.
 */

type Texts = Map<number, SearchedText[]>

const text = (field: SearchedText['field'], value: string | null, lang: string | null = null): SearchedText[] =>
  value === null || value === '' ? [] : [{ field, text: value.normalize('NFC'), lang }]

const add = (texts: Texts, id: number, more: readonly SearchedText[]): void => {
  texts.set(id, [...(texts.get(id) ?? []), ...more])
}

type OwnedQuote = { readonly owner: number; readonly quote: string; readonly language: string | null }

const eventParts = ['release_count', 'release_person', 'release_sanction', 'event_note'] as const

/** Quotes of the evidence of records and of their parts. */
const findQuotes = async (db: Kysely<Records>, table: 'release_event' | 'sanctions_action', ids: readonly number[]) => {
  const list = sql.join(ids)
  const own = sql`SELECT evidence.record_id AS owner, evidence.id, evidence.quote, evidence.source_id FROM evidence
    WHERE evidence.record_table = ${table} AND evidence.record_id IN (${list})`
  const ofParts = eventParts.map(
    (part) => sql`SELECT part.release_event_id, evidence.id, evidence.quote, evidence.source_id
      FROM ${sql.ref(part)} AS part JOIN evidence ON evidence.record_table = ${part} AND evidence.record_id = part.id
      WHERE part.release_event_id IN (${list})`,
  )
  const all = table === 'release_event' ? [own, ...ofParts] : [own]
  const { rows } = await sql<OwnedQuote>`SELECT owner, quote, source.language
    FROM (${sql.join(all, sql` UNION ALL `)}) AS held JOIN source ON source.id = held.source_id
    WHERE quote IS NOT NULL ORDER BY held.id`.execute(db)
  return rows
}

const findEventTexts: TextKind['texts'] = async (db, ids) => {
  const texts: Texts = new Map()
  if (ids.length === 0) return texts
  const events = await db.selectFrom('release_event').where('id', 'in', ids).select(['id', 'title', 'summary']).execute()
  for (const event of events) add(texts, event.id, [...text('title', event.title), ...text('summary', event.summary)])
  const notes = await db
    .selectFrom('event_note')
    .where('release_event_id', 'in', ids)
    .select(['release_event_id', 'text', 'said_by'])
    .orderBy('id')
    .execute()
  for (const note of notes) {
    add(texts, note.release_event_id, text('note', note.said_by === null ? note.text : `${note.said_by}: ${note.text}`))
  }
  for (const quote of await findQuotes(db, 'release_event', ids)) add(texts, quote.owner, text('quote', quote.quote, quote.language))
  return texts
}

const findActionTexts: TextKind['texts'] = async (db, ids) => {
  const texts: Texts = new Map()
  if (ids.length === 0) return texts
  const actions = await db.selectFrom('sanctions_action').where('id', 'in', ids).selectAll().execute()
  for (const action of actions) {
    const words = [authorityLabels[action.authority as keyof typeof authorityLabels], actionLabels[action.action as keyof typeof actionLabels]]
    add(texts, action.id, [
      ...text('target', action.target),
      ...text('commodity', action.commodity),
      ...text('authority', words.join(': ')),
      ...text('instrument', action.instrument),
      ...text('agency', action.agency),
      ...text('conditions', action.conditions),
    ])
  }
  for (const quote of await findQuotes(db, 'sanctions_action', ids)) add(texts, quote.owner, text('quote', quote.quote, quote.language))
  return texts
}

const findSourceTexts: TextKind['texts'] = async (db, ids) => {
  const texts: Texts = new Map()
  if (ids.length === 0) return texts
  const sources = await db
    .selectFrom('source')
    .where('id', 'in', ids)
    .select(['id', 'title', 'publisher', 'author', 'url', 'language'])
    .execute()
  for (const source of sources) {
    add(texts, source.id, [
      ...text('title', source.title, source.language),
      ...text('publisher', source.publisher),
      ...text('author', source.author),
      ...text('url', source.url),
    ])
  }
  return texts
}

/** Names, those of whoever was merged into the person too, then what describes them. */
const findPersonTexts: TextKind['texts'] = async (db, ids) => {
  const texts: Texts = new Map()
  if (ids.length === 0) return texts
  const ownIds = await findOwnIds(db, ids)
  const names = await db
    .selectFrom('detainee_name')
    .where('detainee_id', 'in', [...ownIds.keys()])
    .select(['detainee_id', 'text', 'lang'])
    .orderBy('id')
    .execute()
  for (const name of names) add(texts, ownIds.get(name.detainee_id) ?? name.detainee_id, text('name', name.text, name.lang))
  const people = await db.selectFrom('detainee').where('id', 'in', ids).select(['id', 'description', 'occupation']).execute()
  for (const person of people) add(texts, person.id, [...text('description', person.description), ...text('occupation', person.occupation)])
  return texts
}

export const eventTexts: TextKind = {
  searched: 'release_event',
  title: sql<string | null>`release_event.title`,
  order: sql`release_event.date_earliest DESC, release_event.id DESC`,
  texts: findEventTexts,
}

export const actionTexts: TextKind = {
  searched: 'sanctions_action',
  title: sql<string | null>`concat_ws(' ', sanctions_action.target, sanctions_action.commodity)`,
  order: sql`coalesce(sanctions_action.effective_earliest, sanctions_action.issued_earliest, sanctions_action.announced_earliest) DESC,
    sanctions_action.id DESC`,
  texts: findActionTexts,
}

export const sourceTexts: TextKind = {
  searched: 'source',
  title: sql<string | null>`source.title`,
  order: sql`source.published_earliest DESC, source.id DESC`,
  texts: findSourceTexts,
}

export const personTexts: TextKind = {
  searched: 'detainee',
  title: sql<string | null>`(SELECT group_concat(called.text, '; ') FROM detainee_name AS called WHERE called.detainee_id = detainee.id)`,
  order: sql`detainee.id`,
  hidden: sql<boolean>`(detainee.merged_into IS NOT NULL)`,
  texts: findPersonTexts,
}
