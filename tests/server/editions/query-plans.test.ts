import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Records } from '#server/db/records.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { editionRecords } from '#server/db/indexed-search.ts'
import type { RecordFile } from '#server/db/record-file.ts'
import { findDestination } from '#server/features/destinations/destination.queries.ts'
import { findDestinations } from '#server/features/destinations/destinations.queries.ts'
import { findDetainee } from '#server/features/detainees/detainee.queries.ts'
import { findDetaineeFacets } from '#server/features/detainees/detainee-facets.queries.ts'
import { findDetainees } from '#server/features/detainees/detainees.queries.ts'
import { findReleaseEvent } from '#server/features/release-events/release-event.queries.ts'
import { findReleaseEventJson } from '#server/features/release-events/release-event-json.queries.ts'
import { findReleaseEventFacets } from '#server/features/release-events/release-event-facets.queries.ts'
import { findReleaseEvents } from '#server/features/release-events/release-events.queries.ts'
import { findSanctionsAction } from '#server/features/sanctions-actions/sanctions-action.queries.ts'
import { findSanctionsActions } from '#server/features/sanctions-actions/sanctions-actions.queries.ts'
import { findSource } from '#server/features/sources/source.queries.ts'
import { findSources } from '#server/features/sources/sources.queries.ts'
import { findAll } from '#server/features/search/search.queries.ts'
import { findCumulative } from '#server/features/stats/cumulative.queries.ts'
import { findFlows } from '#server/features/stats/flows.queries.ts'
import { findHeld } from '#server/features/stats/held.queries.ts'
import { findLimits } from '#server/features/stats/limits.queries.ts'
import { findLinks } from '#server/features/stats/links.queries.ts'
import { findNamedAndUnnamed } from '#server/features/stats/named.queries.ts'
import { findOverview } from '#server/features/stats/overview.queries.ts'
import { findPeopleStats } from '#server/features/stats/people.queries.ts'
import { findPivot } from '#server/features/stats/pivot.queries.ts'
import { findReleaseStats } from '#server/features/stats/stats.queries.ts'
import { registerAndEdition } from '../../support/read-api.ts'

/*
 * What the questions of the pages cost: the plan of every statement they send to an edition.
 */

let folder: string
let edition: Opened<Records>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-plans-'))
  const { register, edition: made } = await registerAndEdition(folder, { detainees: 400, seed: 3 })
  await register.close()
  await made.close()
  edition = openForReading<Records>(join(folder, 'edition.sqlite'))
})

afterAll(async () => {
  await edition.close()
  await rm(folder, { recursive: true, force: true })
})

type Step = { readonly detail: string }

/** Writes down the plan of each statement that is sent. */
const planned = (plans: string[]): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    const { sql: text, parameters } = edition.db.getExecutor().compileQuery(node, { queryId: 'plan' })
    const rows = edition.raw.prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${text}`).all(...(parameters as unknown[]))
    plans.push(rows.map((row) => row.detail).join('\n'))
    return node
  },
  transformResult: async ({ result }) => result,
})

/** The plans of all statements sent while `ask` runs. */
const plansOf = async (ask: (file: RecordFile) => Promise<unknown>): Promise<string[]> => {
  const plans: string[] = []
  const db = edition.db.withPlugin(planned(plans))
  // From its tables, as older editions and every filter by words, dates or one source are answered.
  await ask({ ...editionRecords(db), people: () => Promise.resolve(null), events: () => Promise.resolve(null) })
  expect(plans.length).toBeGreaterThan(0)
  return plans
}

/** Tables that grow with every person, claim or piece of evidence: none is ever read whole. */
const large = /^SCAN (?!.*VIRTUAL TABLE)(?:\w+ AS )?(detainee_name|release_person|release_count|release_number|release_named|evidence|charge|sentence|detention|named|n|p|claim|person|said|released|called|name_word|name_word_use|name_word_form|used)\b(?!.* USING (?:COVERING )?INDEX)/m

const pivot = { measure: 'reported' as const, rule: 'as_reported' as const, sort: 'key' as const, from: '2010-01-01', country: ['XV'] }
const filter = { from: '2010-01-01', to: '2024-12-31', destination: ['LT', 'PL'], country: ['XV'] }

test.each<[string, (file: RecordFile) => Promise<unknown>]>([
  ['the list of release events under a filter', (file) => findReleaseEvents(file, { ...filter, sort: '-date', limit: 50 })],
  ['the list of release events by number', (file) => findReleaseEvents(file, { ...filter, sort: '-reported', limit: 50 })],
  ['the facets of release events', (file) => findReleaseEventFacets(file, filter)],
  ['a chart by month and destination', (file) => findReleaseStats(file, { ...filter, by: 'month', split: 'destination' })],
  ['the overview', (file) => findOverview(file, filter)],
  ['the overview of people at liberty', (file) => findOverview(file, { ...filter, rule: 'at_liberty' })],
  ['a chart of who was taken abroad', (file) => findReleaseStats(file, { ...filter, rule: 'taken_abroad', by: 'destination', split: 'country' })],
  ['a chart under population and naming', (file) => findReleaseStats(file, { ...filter, population: ['prisoners', 'not_stated'], named: ['yes'], by: 'year' })],
  ['a pivot by authority and population', (file) => findPivot(file, { ...pivot, by: ['sanctionsAuthority', 'population'] })],
  ['a pivot of people by authority and article', (file) => findPivot(file, { ...pivot, rule: 'named', by: ['sanctionsAuthority', 'article'] })],
  ['a pivot of median days by nationality', (file) => findPivot(file, { ...pivot, measure: 'median_days_detained', by: ['nationality', 'population'] })],
  ['the line over time', (file) => findCumulative(file, { ...filter, rule: 'named', by: 'month' })],
  ['the flows', (file) => findFlows(file, filter)],
  ['the named and the unnamed', (file) => findNamedAndUnnamed(file, { ...filter, sort: '-reported', limit: 20 })],
  ['what is not known', (file) => findLimits(file, filter)],
  ['releases and sanctions', (file) => findLinks(file, filter)],
  ['who was released', (file) => findPeopleStats(file, { ...filter, rule: 'named', by: 'occupation' })],
  ['time in detention', (file) => findPeopleStats(file, { ...filter, rule: 'named', by: 'time_detained' })],
  ['who was held of those released', (file) => findHeld(file, { ...filter, by: 'month' })],
  ['one release event', (file) => findReleaseEvent(file.db, 3)],
  ['one release event as it is sent', (file) => findReleaseEventJson(file.db, 3)],
  ['a search for people', (file) => findDetainees(file, { q: 'osto', sort: 'name', limit: 50 })],
  ['a search by a name', (file) => findAll(file, { q: 'Kaltrole Ostoza', exact: 'no', limit: 10 })],
  ['a search by half a name exactly as typed', (file) => findAll(file, { q: 'ost', exact: 'yes', limit: 10 })],
  ['the list of people under a filter', (file) => findDetainees(file, { destination: ['LT'], status: ['released'], sort: 'name', limit: 50 })],
  ['the list of people by dates', (file) => findDetainees(file, { arrestedFrom: '2010-01-01', releasedTo: '2022-01-01', sort: '-released', limit: 50 })],
  ['the list of people by country and article', (file) => findDetainees(file, { country: ['XV'], article: ['130', 'not_stated'], source: 2, sort: 'id', limit: 50 })],
  ['the list of people by surname', (file) => findDetainees(file, { sort: 'surname', limit: 50 })],
  ['the list of people by arrest', (file) => findDetainees(file, { sort: '-arrested', limit: 50 })],
  ['the facets of people', (file) => findDetaineeFacets(file, { destination: ['LT'] })],
  ['the facets of people by dates', (file) => findDetaineeFacets(file, { country: ['XV'], releasedFrom: '2010-01-01', named: 'yes' })],
  ['one person', (file) => findDetainee(file.db, 3)],
  ['one person into whom others may be merged', (file) => findDetainee(file.db, 0)],
  ['the list of sanctions actions', (file) => findSanctionsActions(file, { linked: 'yes', from: '2010-01-01', sort: '-date', limit: 50 })],
  ['one sanctions action', (file) => findSanctionsAction(file.db, 3)],
  ['the list of sources', (file) => findSources(file, { sort: '-values', limit: 50 })],
  ['one source', (file) => findSource(file.db, 2)],
  ['the list of destinations', (file) => findDestinations(file, {})],
  ['one destination', (file) => findDestination(file, 'LT')],
])('%s reads no large table whole', async (_what, ask) => {
  for (const plan of await plansOf(ask)) expect(plan).not.toMatch(large)
})

test('the default list walks along its index and sorts nothing', async () => {
  const [list] = await plansOf((file) => findReleaseEvents(file, { sort: '-date', limit: 50 }))
  expect(list).toContain('release_event_date')
  expect(list).not.toContain('TEMP B-TREE')
})

test('a search by words asks the full-text index', async () => {
  const plans = await plansOf((file) => findDetainees(file, { q: 'osto', sort: 'name', limit: 50 }))
  expect(plans.join('\n')).toMatch(/detainee_search VIRTUAL TABLE INDEX/)
})

test('where names fill the hits, people found by other words are counted one after another until there are enough', async () => {
  const plans = await plansOf((file) => findAll(file, { q: 'os', exact: 'no', limit: 1 }))
  const counting = plans.filter((plan) => plan.includes('SCAN detainee_search VIRTUAL TABLE'))
  expect(counting).toHaveLength(1)
  expect(counting[0]).toMatch(/SCAN detainee_search VIRTUAL TABLE.*\nSEARCH detainee USING INTEGER PRIMARY KEY/)
})

test('numbers of release events out of memory look up the events that are shown, and nothing else', async () => {
  const plans: string[] = []
  const file = editionRecords(edition.db.withPlugin(planned(plans)))
  await file.events()
  plans.length = 0
  await findReleaseStats(file, { ...filter, by: 'month', split: 'destination' })
  await findPivot(file, { ...pivot, by: ['sanctionsAuthority', 'population'] })
  await findCumulative(file, { ...filter, by: 'month' })
  await findFlows(file, { ...filter, rule: 'taken_abroad' })
  await findReleaseEventFacets(file, filter)
  await findLimits(file, filter)
  expect(plans).toEqual([])
  await findOverview(file, filter)
  expect(plans.length).toBeGreaterThan(0)
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (?:n|p|place|release_number|release_named)\b/)
})

test('a page of people out of memory looks up its people by number, and nothing else', async () => {
  const plans: string[] = []
  const db = edition.db.withPlugin(planned(plans))
  await findDetainees(editionRecords(db), { destination: ['LT'], status: ['released'], sort: 'name', limit: 50 })
  expect(plans.join('\n')).toMatch(/SEARCH detainee USING INTEGER PRIMARY KEY/)
  expect(plans.join('\n')).not.toMatch(/SCAN (?:detainee|detention|release_named|released)\b/)
})
