import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { type ComparedKind, type ComparedRecord, type FieldChange, mostCompared } from '#contract/compare.ts'
import { refPrefixes } from '#contract/common.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Records } from '../../db/records.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'
import { labelRows, rowKey } from './row-labels.ts'
import { type ComparedRow, type Kind, findComparedRows } from './compared-rows.ts'

/** Records read at once: between two helpings other requests have their turn. */
const atOnce = 100

const prefixes: Readonly<Record<Kind, string>> = {
  release_event: refPrefixes.releaseEvent,
  detainee: refPrefixes.detainee,
  sanctions_action: refPrefixes.sanctionsAction,
  source: refPrefixes.source,
}

/** What decides how a record may be spoken of. Everyone but people is public. */
type Standing = { readonly isPublic: boolean; readonly mergedInto: number | null }
type Standings = ReadonlyMap<number, Standing>

export const findStandings = async (db: Kysely<Records>, kind: Kind): Promise<Standings> => {
  if (kind !== 'detainee') {
    const rows = await db.selectFrom(kind).select('id').orderBy('id').execute()
    return new Map(rows.map(({ id }) => [id, { isPublic: true, mergedInto: null }]))
  }
  const rows = await db.selectFrom('detainee').select(['id', 'visibility', 'merged_into']).orderBy('id').execute()
  return new Map(rows.map((row) => [row.id, { isPublic: row.visibility === 'public', mergedInto: row.merged_into }]))
}

const findTitles = async (db: Kysely<Records>, kind: Kind, ids: readonly number[]): Promise<Map<number, string | null>> => {
  if (ids.length === 0) return new Map()
  if (kind === 'detainee') {
    const names = await findPrimaryNames(db, ids)
    return new Map(ids.map((id) => [id, names.get(id)?.text ?? null]))
  }
  if (kind === 'sanctions_action') {
    const columns = ['id', 'authority', 'action', 'target', 'commodity'] as const
    const rows = await db.selectFrom('sanctions_action').where('id', 'in', ids).select(columns).execute()
    return new Map(rows.map((row) => [row.id, sanctionsActionTitle(row)]))
  }
  const rows = await db.selectFrom(kind).where('id', 'in', ids).select(['id', sql<string | null>`title`.as('title')]).execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

type UnnamedChange = { readonly row: ComparedRow } & Pick<FieldChange, 'field' | 'before' | 'after'>

const fieldChanges = (before: ComparedRow | undefined, after: ComparedRow | undefined): UnnamedChange[] => {
  const row = after ?? before
  if (!row) return []
  const fields = new Set([...(before?.values.keys() ?? []), ...(after?.values.keys() ?? [])])
  return [...fields].flatMap((field) => {
    const [old, now] = [before?.values.get(field) ?? null, after?.values.get(field) ?? null]
    return old === now ? [] : [{ row, field, before: old, after: now }]
  })
}

type Rows = ReadonlyMap<string, ComparedRow>
const recordChanges = (before: Rows, after: Rows): UnnamedChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => fieldChanges(before.get(key), after.get(key)))

/** Every record that is public in both and reads differently, with its fields. */
const findCorrected = async (a: Kysely<Records>, b: Kysely<Records>, kind: Kind, both: readonly number[], hidden: ReadonlySet<number>) => {
  const corrected: { id: number; changes: UnnamedChange[] }[] = []
  let total = 0
  for (let start = 0; start < both.length; start += atOnce) {
    const ids = both.slice(start, start + atOnce)
    const range = { from: ids[0] ?? 0, to: ids.at(-1) ?? 0 }
    const [before, after] = [await findComparedRows(a, kind, range, hidden), await findComparedRows(b, kind, range, hidden)]
    for (const id of ids) {
      const changes = recordChanges(before.get(id) ?? new Map(), after.get(id) ?? new Map())
      if (changes.length === 0) continue
      total += 1
      if (corrected.length < mostCompared) corrected.push({ id, changes })
    }
    await nextTurn()
  }
  const rows = corrected.flatMap(({ changes }) => changes.map(({ row }) => row))
  const labels = await labelRows(a, b, rows)
  const named = corrected.map(({ id, changes }) => ({
    id,
    changes: changes.map(({ row, ...change }): FieldChange => ({
      on: { record: row.table, id: row.id, label: labels.get(rowKey(row)) ?? null },
      ...change,
    })),
  }))
  return { total, corrected: named }
}

/** People who are in the edition without being public there. */
export const findHiddenPeople = async (db: Kysely<Records>): Promise<number[]> => {
  const rows = await db.selectFrom('detainee').where('visibility', '<>', 'public').select('id').execute()
  return rows.map(({ id }) => id)
}

/**
 * One kind of record in two editions: what was added, corrected, merged and withdrawn. A record
 * that is not public is counted and never listed; someone who has gone without being public
 * was protected, and is a number. `hidden` are the people who are in either edition without
 * being public there.
 */
export const compareRecords = async (
  a: Kysely<Records>,
  b: Kysely<Records>,
  kind: Kind,
  hidden: ReadonlySet<number>,
): Promise<ComparedKind> => {
  const [before, after] = [await findStandings(a, kind), await findStandings(b, kind)]
  const isLive = (standing: Standing | undefined): standing is Standing => standing !== undefined && standing.mergedInto === null
  const liveIn = (standings: Standings) => [...standings].flatMap(([id, standing]) => (isLive(standing) ? [id] : []))
  const refer = async (db: Kysely<Records>, ids: readonly number[]): Promise<ComparedRecord[]> => {
    const titles = await findTitles(db, kind, ids)
    return ids.map((id) => ({ id, ref: `${prefixes[kind]}-${id}`, title: titles.get(id) ?? null }))
  }
  const list = async (db: Kysely<Records>, standings: Standings, ids: readonly number[]) => {
    const shown = ids.filter((id) => standings.get(id)?.isPublic).slice(0, mostCompared)
    return { total: ids.length, records: await refer(db, shown) }
  }

  const added = liveIn(after).filter((id) => !isLive(before.get(id)))
  const gone = liveIn(before).filter((id) => !isLive(after.get(id)))
  const merged = gone.filter((id) => after.has(id))
  const vanished = gone.filter((id) => !after.has(id))
  const withdrawn = vanished.filter((id) => before.get(id)?.isPublic)
  const inBoth = liveIn(before).filter((id) => before.get(id)?.isPublic && isLive(after.get(id)) && after.get(id)?.isPublic)
  const { total, corrected } = await findCorrected(a, b, kind, inBoth, hidden)

  const kept = (id: number): number => after.get(id)?.mergedInto ?? id
  const shownMerged = merged.filter((id) => after.get(id)?.isPublic && after.get(kept(id))?.isPublic).slice(0, mostCompared)
  const [mergedRecords, keptRecords] = [await refer(b, shownMerged), await refer(b, shownMerged.map(kept))]
  const correctedRecords = await refer(b, corrected.map(({ id }) => id))
  return {
    kind,
    before: liveIn(before).length,
    after: liveIn(after).length,
    added: await list(b, after, added),
    corrected: {
      total,
      records: correctedRecords.map((record, index) => ({ ...record, changes: corrected[index]?.changes ?? [] })),
    },
    merged: {
      total: merged.length,
      records: mergedRecords.flatMap((record, index) => {
        const into = keptRecords[index]
        return into ? [{ ...record, into }] : []
      }),
    },
    withdrawn: await list(a, before, withdrawn),
    protected: vanished.length - withdrawn.length,
  }
}
