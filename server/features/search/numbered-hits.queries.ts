import { sql } from 'kysely'
import { numberReasons } from '#contract/search.ts'
import type { RecordFile, Searched } from '../../db/record-file.ts'
import { keptId } from '../detainees/kept.ts'
import { findHits } from './listed-hits.queries.ts'
import type { TextHit } from './text-hits.queries.ts'
import { actionTexts, eventTexts, personTexts, sourceTexts } from './texts.queries.ts'

const kinds = { D: personTexts, R: eventTexts, S: actionTexts, SRC: sourceTexts }

/** The record whose number was typed, as its page has it; small letters will do. */
const numberTyped = (q: string) => {
  const [, typed = '', digits = ''] = /^(d|r|s|src)-([1-9][0-9]{0,14})$/i.exec(q.trim()) ?? []
  const prefix = typed.toUpperCase()
  return prefix === 'D' || prefix === 'R' || prefix === 'S' || prefix === 'SRC' ? { kind: kinds[prefix], id: Number(digits) } : null
}

/** The record in this file under that number, and for someone merged into another the one kept; null where there is none. */
const findOwner = async ({ db }: RecordFile, searched: Searched, id: number): Promise<number | null> => {
  if (searched !== 'detainee') {
    const row = await db.selectFrom(searched).where('id', '=', id).select('id').executeTakeFirst()
    return row?.id ?? null
  }
  const row = await db
    .selectFrom('detainee as held')
    .innerJoin('detainee as kept', (join) => join.on(sql<boolean>`kept.id = ${keptId}`))
    .where('held.id', '=', id)
    .select('kept.id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The hit of each kind whose number was typed: one at most, among all kinds. */
export const findNumbered = async (file: RecordFile, q: string): Promise<ReadonlyMap<Searched, readonly TextHit[]>> => {
  const number = numberTyped(q)
  if (number === null) return new Map()
  const { kind, id } = number
  const owner = await findOwner(file, kind.searched, id)
  if (owner === null) return new Map()
  return new Map([[kind.searched, await findHits(file, kind, [owner], owner === id ? numberReasons.own : numberReasons.merged)]])
}
