import { sql } from 'kysely'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Gap, type LaneAction, type Link, type LinkedRelease, type Links, mostLinked } from '#contract/stats-links.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { findReported } from '../release-events/numbers.queries.ts'
import { matchesReleaseEvents } from '../release-events/release-events.filter.ts'
import { actionColumns, actionOf } from '../sanctions-actions/action-row.ts'
import { actionDate, matchesSanctionsActions } from '../sanctions-actions/sanctions-actions.filter.ts'
import { daysBetween } from './days-detained.queries.ts'

const eventsUnder = ({ db, search }: RecordFile, filter: ReleaseEventFilter) =>
  db.selectFrom('release_event').where(matchesReleaseEvents(filter, search))

/** The links of releases under a filter, whoever says so. */
const linksUnder = (file: RecordFile, filter: ReleaseEventFilter) =>
  file.db
    .selectFrom('release_sanction as link')
    .where('link.release_event_id', 'in', eventsUnder(file, filter).select('release_event.id'))

const findReleases = async (file: RecordFile, filter: ReleaseEventFilter): Promise<LinkedRelease[]> => {
  const rows = await eventsUnder(file, filter)
    .select(['release_event.id', 'release_event.title', 'release_event.country', ...dateColumns('release_event', 'date')])
    .orderBy(sql`NOT EXISTS (SELECT 1 FROM release_sanction AS link WHERE link.release_event_id = release_event.id)`)
    .orderBy('release_event.date_earliest', 'desc')
    .orderBy('release_event.id')
    .limit(mostLinked)
    .execute()
  const reported = await findReported(
    file.db,
    rows.map(({ id }) => id),
    filter,
  )
  return rows.map((row) => ({
    id: row.id,
    ref: `R-${row.id}`,
    title: row.title,
    date: dateOf(row, 'date'),
    country: row.country,
    reported: reported.get(row.id) ?? null,
  }))
}

/** Actions of the same dates and authorities, and all that releases under the filter are linked to. */
const actionsUnder = (file: RecordFile, filter: ReleaseEventFilter) =>
  file.db.selectFrom('sanctions_action').where((eb) =>
    eb.or([
      matchesSanctionsActions({ from: filter.from, to: filter.to, authority: filter.sanctionsAuthority }, file.search)(eb),
      eb('sanctions_action.id', 'in', linksUnder(file, filter).select('link.sanctions_action_id')),
    ]),
  )

const findActions = async (file: RecordFile, filter: ReleaseEventFilter): Promise<LaneAction[]> => {
  const rows = await actionsUnder(file, filter)
    .select(actionColumns)
    .orderBy(sql`sanctions_action.id NOT IN ${linksUnder(file, filter).select('link.sanctions_action_id')}`)
    .orderBy(sql`${actionDate.earliest} DESC`)
    .orderBy('sanctions_action.id')
    .limit(mostLinked)
    .execute()
  return rows.map((row) => {
    const { id, ref, title, authority, action, announced, issued, effective, expires, status, refersTo } = actionOf(row)
    return { id, ref, title, authority, action, announced, issued, effective, expires, status, refersTo }
  })
}

const count = sql<number>`COUNT(*)`

const firstDay = ({ earliest, latest }: StatedDate): string | null => earliest ?? latest

/** Where a date is drawn from: one with an open side has no place of its own on an axis. */
const drawnFrom = ({ earliest, latest }: StatedDate): string | null => (latest === null ? null : earliest)

/** In order of the first day that is drawn, those without any apart. */
const lane = <One>(all: readonly One[], total: number, dateOfOne: (one: One) => string | null) => ({
  dated: all
    .filter((one) => dateOfOne(one) !== null)
    .toSorted((a, b) => ((dateOfOne(a) ?? '') < (dateOfOne(b) ?? '') ? -1 : 1)),
  undated: all.filter((one) => dateOfOne(one) === null),
  leftOut: total - all.length,
})

const dayOfAction = ({ effective, issued, announced, expires }: LaneAction): string | null =>
  drawnFrom(effective) ?? drawnFrom(issued) ?? drawnFrom(announced) ?? drawnFrom(expires)

/** Days from a release to each date of an action that has one. */
export const gapsOf = (release: StatedDate, action: Pick<LaneAction, Gap['to']>): Gap[] => {
  const between = (from: string | null, to: string | null) => (from === null || to === null ? null : daysBetween(from, to))
  return (['announced', 'issued', 'effective'] as const).flatMap((to) => {
    const date = action[to]
    if (firstDay(date) === null || firstDay(release) === null) return []
    return [{ to, lowest: between(release.latest, date.earliest), highest: between(release.earliest, date.latest) }]
  })
}

export const findLinks = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Links> => {
  const [releases, actions, rows, releaseCount, actionCount] = await Promise.all([
    findReleases(file, filter),
    findActions(file, filter),
    linksUnder(file, filter)
      .select(['link.id', 'link.release_event_id', 'link.sanctions_action_id', 'link.relation', 'link.said_by'])
      .orderBy('link.id')
      .execute(),
    eventsUnder(file, filter).select(count.as('all')).executeTakeFirstOrThrow(),
    actionsUnder(file, filter).select(count.as('all')).executeTakeFirstOrThrow(),
  ])
  const releaseOf = new Map(releases.map((release) => [release.id, release]))
  const actionOfId = new Map(actions.map((action) => [action.id, action]))
  const links = rows.flatMap((row): Link[] => {
    const release = releaseOf.get(row.release_event_id)
    const action = actionOfId.get(row.sanctions_action_id)
    if (!release || !action) return []
    return [
      {
        id: row.id,
        releaseEvent: release.id,
        sanctionsAction: action.id,
        relation: row.relation as Link['relation'],
        saidBy: row.said_by,
        gaps: gapsOf(release.date, action),
      },
    ]
  })
  return {
    releases: lane(releases, releaseCount.all, ({ date }) => drawnFrom(date)),
    actions: lane(actions, actionCount.all, dayOfAction),
    links,
    linksLeftOut: rows.length - links.length,
  }
}
