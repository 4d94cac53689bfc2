import type { Kysely } from 'kysely'
import { placeWords } from '#contract/charts/place-words.ts'
import {
  basisLabels,
  departureModeLabels,
  destinationStateLabels,
  linkLabels,
  populationLabels,
} from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { Records } from '../../db/records.ts'
import { afterReleaseColumns } from '../common/after-release.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { countWords } from './count-words.ts'
import { type HeldRow, type RecordBrief, labelled } from './held-values.ts'

const eventBrief = (row: { readonly release_event_id: number; readonly title: string }): RecordBrief => ({
  kind: 'release_event',
  id: row.release_event_id,
  title: row.title,
})

export const findEventsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('release_event')
    .where('id', 'in', ids)
    .select(['id', 'id as release_event_id', 'title', 'country', 'basis', 'summary', ...dateColumns('release_event', 'date')])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    record: eventBrief(row),
    values: {
      title: row.title,
      date: formatStatedDate(dateOf(row, 'date')),
      country: countryName(row.country),
      basis: labelled(basisLabels, row.basis),
      summary: row.summary,
    },
  }))
}

export const findCountsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('release_count')
    .innerJoin('release_event', 'release_event.id', 'release_count.release_event_id')
    .where('release_count.id', 'in', ids)
    .select([
      'release_count.id',
      'release_event_id',
      'title',
      'dimension',
      'cell',
      'lowest',
      'best',
      'highest',
      'population',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    record: eventBrief(row),
    values: { best: countWords(row), population: labelled(populationLabels, row.population) },
  }))
}

export const findReleasesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('release_person')
    .innerJoin('release_event', 'release_event.id', 'release_person.release_event_id')
    .where('release_person.id', 'in', ids)
    .select([
      'release_person.id',
      'release_event_id',
      'title',
      'country',
      'destination',
      'destination_state',
      'departure_mode',
      ...afterReleaseColumns,
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    record: eventBrief(row),
    values: {
      releaseEvent: row.title,
      destination: placeWords(
        row.destination,
        row.country,
        row.destination_state as keyof typeof destinationStateLabels,
      ),
      destinationState: labelled(destinationStateLabels, row.destination_state),
      departureMode: labelled(departureModeLabels, row.departure_mode),
      restrictions: row.restrictions,
      onwardCountry: row.onward_country === null ? null : countryName(row.onward_country),
      onward: formatStatedDate(dateOf(row, 'onward')),
    },
  }))
}

export const findLinksHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('release_sanction')
    .innerJoin('release_event', 'release_event.id', 'release_sanction.release_event_id')
    .where('release_sanction.id', 'in', ids)
    .select(['release_sanction.id', 'release_event_id', 'title', 'relation'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    record: eventBrief(row),
    values: { relation: labelled(linkLabels, row.relation) },
  }))
}

export const findNotesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('event_note')
    .innerJoin('release_event', 'release_event.id', 'event_note.release_event_id')
    .where('event_note.id', 'in', ids)
    .select(['event_note.id', 'release_event_id', 'title', 'text'])
    .execute()
  return rows.map((row) => ({ id: row.id, record: eventBrief(row), values: { text: row.text } }))
}
