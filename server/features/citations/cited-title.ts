import { counted, formatNumber } from '#contract/charts/format-count.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { countingRules } from '#contract/counting-rules.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { destinationsSentence, detaineesSentence, sanctionsActionsSentence, sourcesSentence } from '#contract/record-sentences.ts'
import { byNumber, releaseEventPhrase, releaseEventsSentence, releasesUnit } from '#contract/sentence.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { found } from '../../http/errors.ts'
import { carriesName, nameForms } from '../../editions/name-forms.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { matchesReleaseEvents } from '../release-events/release-events.filter.ts'
import { findTally } from '../stats/cells.ts'
import { ruleOf } from '../stats/counted.ts'
import type { CitedView, Statistic, StatisticView } from './cited-view.ts'
import { toldFilter } from './pinned-events.ts'

/** The same without the word somebody searched for: it may be a name. */
const wordless = <F extends { readonly q?: string | undefined }>({ q, ...filter }: F) => ({
  filter,
  searched: q === undefined ? '' : ', found by a search',
})

/** The countries that release in the events under a filter: who stays in one was taken nowhere. */
const findReleasing = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<string[]> => {
  if (filter.destination === undefined) return []
  const rows = await db.selectFrom('release_event').where(matchesReleaseEvents(filter, search)).select('country').distinct().execute()
  return rows.map(({ country }) => country)
}

const releases = async (file: RecordFile, view: StatisticView): Promise<string> => {
  const { filter, searched } = wordless(await toldFilter(file, view.filter))
  const { events, reported } = await findTally(file, view.filter)
  const { title, unit, version } = countingRules[ruleOf(view.filter)]
  const isReported = ruleOf(view.filter) === 'as_reported'
  const number = isReported ? releasesUnit(reported.best) : `${formatNumber(reported.best)} ${unit}`
  const rule = isReported ? '' : `, counted by the rule “${title}” (version ${version})`
  const phrase = releaseEventPhrase(filter, await findReleasing(file, view.filter))
  return `${titles[view.kind]}${number}, in ${counted(events, 'release event', 'release events')}${phrase}${searched}${rule}`
}

/** What a statistic is, before its numbers. */
const titles: Readonly<Record<Statistic, string>> = {
  overview: '',
  analysis: 'Analysis: ',
  'stats/releases': '',
  'stats/pivot': 'Table of releases: ',
  'stats/cumulative': 'Releases added up over time: ',
  'stats/flows': 'From country to destination: ',
  'stats/named': 'Named and unnamed: ',
  'stats/links': 'Releases and sanctions actions: ',
  'stats/people': 'Who was released: ',
  'stats/held': 'How many are known to be held over time. ',
  'stats/limits': 'What is not known: ',
}

/** The title is left out where it names someone of the event: a citation is copied where no protection reaches it. */
const eventTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db.selectFrom('release_event').where('id', '=', id).select(['title', 'country']).executeTakeFirst()
  const { title, country } = found(row, 'release event')
  const names = await db
    .selectFrom('release_named as p')
    .innerJoin('detainee_name as called', 'called.detainee_id', 'p.detainee_id')
    .where('p.release_event_id', '=', id)
    .select('called.text')
    .distinct()
    .execute()
  const named = carriesName(title, nameForms(names.map(({ text }) => text)))
  return `Release event R-${id}: ${named ? `a release by ${inSentence(country)}` : title}`
}

const actionTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db
    .selectFrom('sanctions_action')
    .where('id', '=', id)
    .select(['authority', 'action', 'target', 'commodity'])
    .executeTakeFirst()
  return `Sanctions action S-${id}: ${sanctionsActionTitle(found(row, 'sanctions action'))}`
}

/** Without its title, which as often as not is the name of someone it is about. */
const sourceTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db
    .selectFrom('source')
    .where('id', '=', id)
    .select(['publisher', ...dateColumns('source', 'published')])
    .executeTakeFirst()
  const source = found(row, 'source')
  const day = source.published_edtf === null ? [] : [formatStatedDate(dateOf(source, 'published'))]
  return [`What rests on source SRC-${id}`, ...(source.publisher === null ? [] : [source.publisher]), ...day].join(', ')
}

/**
 * A view in one sentence. A person is cited by number: a citation is copied where no
 * protection reaches it.
 */
export const titleOf = async (file: RecordFile, view: CitedView, records: number): Promise<string> => {
  switch (view.kind) {
    case 'release-events': {
      const { filter, searched } = wordless(await toldFilter(file, view.filter))
      return `${releaseEventsSentence(filter, records, await findReleasing(file, view.filter))}${searched}`
    }
    case 'detainees': {
      const { filter, searched } = wordless(view.filter)
      return `${detaineesSentence(filter, records)}${searched}`
    }
    case 'sanctions-actions': {
      const { filter, searched } = wordless(view.filter)
      return `${sanctionsActionsSentence(filter, records)}${searched}`
    }
    case 'sources': {
      const { filter, searched } = wordless(view.filter)
      return `${sourcesSentence(filter, records)}${searched}`
    }
    case 'destinations':
      return destinationsSentence(records)
    case 'destination':
      return `People taken to, or who stayed in, ${inSentence(view.code)}`
    case 'release-event':
      return `${await eventTitle(file, view.id)}${view.filter.source === undefined ? '' : `, as SRC-${view.filter.source} alone tells it`}`
    case 'detainee':
      return `Detainee D-${view.id}`
    case 'sanctions-action':
      return actionTitle(file, view.id)
    case 'source':
      return sourceTitle(file, view.id)
    case 'search':
      return `${counted(records, 'record', 'records')}${view.filter.q === undefined ? byNumber : ' found by a search'}`
    default:
      return releases(file, view)
  }
}
