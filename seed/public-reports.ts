import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import { articleBatch, articleKeys } from './article.ts'
import type { Batch, EventNote, ReleaseEvent, ReleaseEventCorrection, SanctionsActionCorrection, Source } from './batch.ts'
import { destinationOf, evidenceOf } from './parts.ts'
import { actionOf, linkOf } from './public-reports-actions.ts'
import { countsOf, usedTotalOf } from './public-reports-claims.ts'
import { reports, type ReportedEvent } from './public-reports-file.ts'
import { detaineesOf, releasedIn } from './public-reports-people.ts'

const isTheArticles = (event: ReportedEvent): boolean => event.same_event_as !== undefined

const eventKeyOf = (reported: string): string => {
  const event = reports.release_events.find(({ key }) => key === reported)
  if (event === undefined) throw new Error(`No release event is called ${reported}.`)
  return isTheArticles(event) ? articleKeys.releaseEvent : event.key
}

const sourceOf = ([key, { publisher, url, published }]: [string, (typeof reports.sources)[string]]): Source => ({
  key,
  title: null,
  publisher,
  author: null,
  url,
  published: statedDate(published, 'stated'),
  language: null,
  retrieved: null,
  sha256: null,
  copyOf: null,
})

/** "Belarus: 31 pardoned, 7 November 2024": country, used total, what was done, day. */
const titleOf = (event: ReportedEvent): string => {
  const verb = event.basis === 'pardon' ? 'pardoned' : 'released'
  const day = formatStatedDate(statedDate(event.date, 'stated'))
  return `${countryName(reports.country)}: ${usedTotalOf(event).total} ${verb}, ${day}`
}

/** A note draws on all the reports of its event. */
const notesOf = (event: ReportedEvent): readonly EventNote[] => {
  if (event.note === undefined) return []
  const sources = [...event.claims, ...event.people].flatMap(({ source }) => source ?? [])
  return [
    {
      kind: 'context',
      saidBy: null,
      saidByRole: null,
      text: event.note,
      evidence: [...new Set(sources)].map((source) => evidenceOf(source, 'text')),
    },
  ]
}

/** Where a report gives another day than the one used, both stand. */
const evidenceOfDateAndBasis = (event: ReportedEvent): ReleaseEvent['evidence'] => {
  const { source } = usedTotalOf(event)
  const otherDays = event.claims.flatMap((claim) =>
    'total' in claim && claim.asserts_date !== undefined
      ? [evidenceOf(claim.source, 'date', { asserts: claim.asserts_date })]
      : [],
  )
  return [
    evidenceOf(source, 'date', { asserts: event.date }),
    ...otherDays,
    ...(event.basis === 'not_stated' ? [] : [evidenceOf(source, 'basis', { asserts: event.basis })]),
  ]
}

const releaseEventOf = (event: ReportedEvent): ReleaseEvent => {
  const { source } = usedTotalOf(event)
  return {
    key: event.key,
    title: titleOf(event),
    date: statedDate(event.date, 'stated'),
    country: reports.country,
    basis: event.basis,
    summary: null,
    counts: countsOf(event),
    people: releasedIn(event),
    notes: notesOf(event),
    evidence: [
      evidenceOf(source, 'title'),
      evidenceOf(source, 'country', { asserts: reports.country }),
      ...evidenceOfDateAndBasis(event),
    ],
  }
}

/** The article's event is one event: the reports date it and say its basis, their numbers stand beside the article's. */
const correctionOf = (event: ReportedEvent): ReleaseEventCorrection => ({
  corrects: articleKeys.releaseEvent,
  set: { date: statedDate(event.date, 'stated'), basis: event.basis },
  counts: countsOf(event, articleBatch.releaseEvents.flatMap(({ counts }) => counts)),
  people: releasedIn(event),
  // The file's note here is for whoever enters the event; it says nothing of the release itself.
  notes: [],
  evidence: evidenceOfDateAndBasis(event),
})

const actionCorrections: readonly SanctionsActionCorrection[] = reports.sanctions_actions
  .filter((action) => action.same_act_as !== undefined)
  .map((action) => ({
    corrects: articleKeys.sanctionsAction,
    refersTo: action.key,
    evidence: [evidenceOf(action.source, 'refersTo')],
  }))

/** Facts of public reports of 2021 to 2026, none of them from the article. No words of a report are kept. */
export const publicReportsBatch: Batch = {
  author: 'Habeas seed: public reports',
  reason: 'Releases and sanctions actions from public reports, each value with its report.',
  sources: Object.entries(reports.sources).map(sourceOf),
  detainees: detaineesOf(reports.release_events),
  destinations: ['BY', 'LT', 'UA'].map(destinationOf),
  releaseEvents: reports.release_events.filter((event) => !isTheArticles(event)).map(releaseEventOf),
  releaseEventCorrections: reports.release_events.filter(isTheArticles).map(correctionOf),
  sanctionsActions: reports.sanctions_actions.map(actionOf),
  sanctionsActionCorrections: actionCorrections,
  releaseSanctions: reports.sanctions_actions.flatMap((action) => linkOf(action, eventKeyOf)),
}
