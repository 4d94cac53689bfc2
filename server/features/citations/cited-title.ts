import { counted, formatNumber } from '#contract/charts/format-count.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { countingRules } from '#contract/counting-rules.ts'
import { destinationsSentence, detaineesSentence, sanctionsActionsSentence, sourcesSentence } from '#contract/record-sentences.ts'
import { releaseEventPhrase, releaseEventsSentence, releasesUnit } from '#contract/sentence.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { found } from '../../http/errors.ts'
import { findTally } from '../stats/cells.ts'
import type { CitedView } from './cited-view.ts'

/** The same without the word somebody searched for: it may be a name. */
const wordless = <F extends { readonly q?: string | undefined }>({ q, ...filter }: F) => ({
  filter,
  searched: q === undefined ? '' : ', found by a search',
})

const releases = async (file: RecordFile, view: Extract<CitedView, { kind: 'overview' | 'stats/releases' }>): Promise<string> => {
  const { filter, searched } = wordless(view.filter)
  const { events, reported } = await findTally(file, view.filter)
  const { rule = 'as_reported' } = view.filter
  const number = rule === 'as_reported' ? releasesUnit(reported.best) : `${formatNumber(reported.best)} ${countingRules[rule].unit}`
  return `${number}, in ${counted(events, 'release event', 'release events')}${releaseEventPhrase(filter)}${searched}`
}

const eventTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db.selectFrom('release_event').where('id', '=', id).select('title').executeTakeFirst()
  return `Release event R-${id}: ${found(row, 'release event').title}`
}

const actionTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db
    .selectFrom('sanctions_action')
    .where('id', '=', id)
    .select(['authority', 'action', 'target', 'commodity'])
    .executeTakeFirst()
  return `Sanctions action S-${id}: ${sanctionsActionTitle(found(row, 'sanctions action'))}`
}

const sourceTitle = async ({ db }: RecordFile, id: number): Promise<string> => {
  const row = await db.selectFrom('source').where('id', '=', id).select(['title', 'publisher']).executeTakeFirst()
  const { title, publisher } = found(row, 'source')
  return [`What rests on source SRC-${id}`, ...(title === null ? [] : [title]), ...(publisher === null ? [] : [publisher])].join(', ')
}

/**
 * A view in one sentence. A person is cited by number: a citation is copied where no
 * protection reaches it.
 */
export const titleOf = async (file: RecordFile, view: CitedView, records: number): Promise<string> => {
  switch (view.kind) {
    case 'overview':
    case 'stats/releases':
      return releases(file, view)
    case 'release-events': {
      const { filter, searched } = wordless(view.filter)
      return `${releaseEventsSentence(filter, records)}${searched}`
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
  }
}
