import type { Kysely } from 'kysely'
import type { ReleasePerson } from '#seed/batch.ts'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'
import { knownEvents } from '../../imports/check/known-events.ts'
import { loadEvents } from '../../imports/check/load-known.ts'
import type { PersonRow } from '../../imports/map/person-row.ts'
import type { RowValue } from '../../imports/map/read-row.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { type Collector, collectRows } from '../../register/load-collector.ts'
import { addDetainees } from '../../register/load-detainees.ts'
import { addReleaseEvents, noOnwardDate } from '../../register/load-events.ts'
import { type LoadedIds, noIds } from '../../register/load-keys.ts'
import { writeCollected } from '../../register/load-write.ts'
import { addToPerson } from './add-to-person.ts'
import { findPersonRecord } from './person-record.ts'

type Db = Kysely<Register>

export type ImportWriter = {
  /** Takes in what a row says; `person` is whom it is about where that is not a new person. */
  readonly enter: (row: number, value: RowValue, person: string | null) => Promise<void>
  /** Writes what was taken in, and says which record each row became or was added to. */
  readonly flush: () => Promise<ReadonlyMap<number, string>>
}

const numberIn = (ref: string): number => Number(/\d+/u.exec(ref)?.[0] ?? 0)

/** Writes rows of an import many at a time. A row about someone else is written by itself, on the record as it is by then. */
export const importWriter = async (db: Db, changeset: OpenChangeset, sources: ReadonlyMap<string, number>): Promise<ImportWriter> => {
  const ids: LoadedIds = { ...noIds, sources }
  const people = new Map<number, number>()
  const events = knownEvents()
  await loadEvents(db, events)
  const destinations = new Set((await db.selectFrom('destination').select('code').execute()).map(({ code }) => code))
  let collector: Collector = await collectRows(db, ids)
  let records = new Map<number, string>()

  const write = async (): Promise<void> => {
    await writeCollected(db, collector)
    for (const record of collector.touched()) await changeset.touch(record)
    collector = await collectRows(db, ids)
  }

  const knowDestination = (code: string): void => {
    if (destinations.has(code)) return
    destinations.add(code)
    collector.add('destination', { code })
  }

  const enterPerson = async (row: number, person: PersonRow, is: string | null): Promise<number> => {
    if (is === null || is === 'new') {
      const key = `row ${row}`
      addDetainees(collector, [{ key, ...person }])
      const id = collector.keys.find('detainees', key)
      people.set(row, id)
      return id
    }
    const id = is.startsWith('row ') ? people.get(numberIn(is)) : numberIn(is)
    await write()
    const record = id === undefined ? null : await findPersonRecord(db, id)
    if (record === null || record.detainee.merged_into !== null) {
      throw conflict(`Row ${row} is about ${is}, who is not in the register any more. Return this import, so that its author checks it again.`)
    }
    addToPerson(collector, person, record)
    people.set(row, record.detainee.id)
    return record.detainee.id
  }

  const enterRelease = async (row: number, event: string | null, personId: number, release: Omit<ReleasePerson, 'detainee'>): Promise<void> => {
    const found = event === null ? null : events.lookUp(event)
    if (found === null || !('ref' in found)) {
      throw conflict(`Row ${row} names a release event that is not in the register any more. Return this import, so that its author checks it again.`)
    }
    const eventId = numberIn(found.ref)
    const { destination, destinationState, departureMode, evidence } = release
    if (destination !== null) knowDestination(destination)
    await write()
    const there = await db.selectFrom('release_person').where('release_event_id', '=', eventId).where('detainee_id', '=', personId).selectAll().executeTakeFirst()
    if (there === undefined) {
      const values = { release_event_id: eventId, detainee_id: personId, destination, destination_state: destinationState, departure_mode: departureMode, ...noOnwardDate }
      collector.cite('release_person', collector.add('release_person', values), evidence)
    } else {
      const isPlaced = there.destination !== null || there.destination_state !== 'not_stated'
      collector.change('release_person', there.id, {
        ...(isPlaced ? {} : { destination, destination_state: destinationState }),
        ...(there.departure_mode === null && departureMode !== null ? { departure_mode: departureMode } : {}),
      })
      collector.cite('release_person', there.id, evidence)
    }
    collector.touch('release_event', eventId)
    collector.touch('detainee', personId)
  }

  return {
    enter: async (row, value, person) => {
      if (value.kind === 'release_events') {
        const key = `row ${row}`
        for (const { dimension, cell } of value.event.counts) {
          if (dimension === 'destination' && cell !== value.event.country) knowDestination(cell)
        }
        addReleaseEvents(collector, [{ key, ...value.event }])
        records.set(row, `R-${collector.keys.find('releaseEvents', key)}`)
        return
      }
      const id = await enterPerson(row, value.person, person)
      records.set(row, `D-${id}`)
      if (value.kind === 'release_people') await enterRelease(row, value.event, id, value.release)
    },
    flush: async () => {
      await write()
      const made = records
      records = new Map()
      return made
    },
  }
}
