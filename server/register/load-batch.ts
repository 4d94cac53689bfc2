import type { Kysely, Transaction } from 'kysely'
import type { Batch } from '#seed/batch.ts'
import type { Register } from '../db/register.ts'
import { writeChangeset } from './changeset.ts'
import { addReleaseSanctions, addSanctionsActions, correctSanctionsActions } from './load-actions.ts'
import { type Collector, collectRows } from './load-collector.ts'
import { addDetainees } from './load-detainees.ts'
import { addReleaseEvents, correctReleaseEvents } from './load-events.ts'
import { writeCollected } from './load-write.ts'
import { type LoadedIds, noIds } from './load-keys.ts'
import { addSources } from './load-sources.ts'

const addDestinations = async (db: Kysely<Register>, { add }: Collector, batch: Batch): Promise<void> => {
  const known = await db.selectFrom('destination').select('code').execute()
  const codes = new Set(known.map(({ code }) => code))
  for (const { code, label } of batch.destinations) {
    if (codes.has(code)) continue
    codes.add(code)
    add('destination', { code, label_longitude: label?.longitude ?? null, label_latitude: label?.latitude ?? null })
  }
}

/** Enters a batch as one changeset inside a transaction that is already open. */
export const writeBatch = (db: Transaction<Register>, batch: Batch, earlier: LoadedIds = noIds): Promise<LoadedIds> =>
  writeChangeset(db, { kind: 'seed', author: batch.author, reason: batch.reason }, async (open, changeset) => {
    const collector = await collectRows(open, earlier)
    addSources(collector, batch.sources)
    addDetainees(collector, batch.detainees)
    await addDestinations(open, collector, batch)
    addReleaseEvents(collector, batch.releaseEvents)
    addSanctionsActions(collector, batch.sanctionsActions)
    correctReleaseEvents(collector, batch.releaseEventCorrections)
    addReleaseSanctions(collector, batch.releaseSanctions)
    correctSanctionsActions(collector, batch.sanctionsActionCorrections)
    await writeCollected(open, collector)
    for (const record of collector.touched()) await changeset.touch(record)
    return collector.keys.ids
  })

/**
 * Enters a batch as one changeset of kind `seed`, in one transaction. `earlier` holds the ids
 * of the batches it refers to. Returns those and its own by key. Throws, and writes nothing,
 * when a key is unknown or given twice, or the register refuses a row.
 */
export const loadBatch = (register: Kysely<Register>, batch: Batch, earlier: LoadedIds = noIds): Promise<LoadedIds> =>
  register.transaction().execute((db) => writeBatch(db, batch, earlier))
