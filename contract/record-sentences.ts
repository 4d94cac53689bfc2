import { inSentence } from './charts/place-words.ts'
import { actionLabels, sexLabels, statusLabels } from './codes.ts'
import type { DetaineeFilter } from './detainees.ts'
import type { SanctionsActionFilter } from './sanctions-actions.ts'
import { authoritiesPhrase, byNumber, destinationPhrase, eitherOf, lower, rangePhrase, subject } from './sentence.ts'
import type { SourceFilter } from './sources.ts'

/*
 * The filters of lists other than release events in plain words. Apart from those of release
 * events, which the first page of all carries.
 */

/** "12 detainees held or released by Belarus, serving a sentence, released since 2024". */
export const detaineesSentence = (filter: DetaineeFilter, people?: number): string =>
  [
    subject(people, 'detainee', 'detainees'),
    filter.country ? ` held or released by ${eitherOf(filter.country.map(inSentence))}` : '',
    filter.status ? `, status: ${eitherOf(filter.status.map((code) => lower(statusLabels[code])))}` : '',
    filter.sex ? `, sex: ${eitherOf(filter.sex.map((code) => lower(sexLabels[code])))}` : '',
    filter.occupation ? `, occupation: ${eitherOf(filter.occupation.map(orNotStated))}` : '',
    filter.article ? `, charged under ${eitherOf(filter.article.map(orNotStated))}` : '',
    filter.arrestedFrom || filter.arrestedTo ? `, arrested${rangePhrase(filter.arrestedFrom, filter.arrestedTo)}` : '',
    filter.releasedFrom || filter.releasedTo ? `, released${rangePhrase(filter.releasedFrom, filter.releasedTo)}` : '',
    filter.destination ? `, ${whereTo(filter)}` : '',
    filter.named === 'yes' ? ', named' : filter.named === 'no' ? ', not named' : '',
    filter.source ? `, of whom SRC-${filter.source} tells` : '',
    filter.id ? byNumber : '',
    filter.q ? `, matching “${filter.q}”` : '',
  ].join('')

/** Where the releasing country is open, a destination may be where they stayed: it is not said that they were taken there. */
const whereTo = ({ destination = [], country = [] }: DetaineeFilter): string =>
  country.length === 1
    ? destinationPhrase(destination, country)
    : `destination: ${eitherOf(destination.map((code) => (code === 'not_stated' ? 'not stated' : inSentence(code))))}`

/** "11 sanctions actions by the United States since 2021, linked to a release event". */
export const sanctionsActionsSentence = (filter: SanctionsActionFilter, actions?: number): string =>
  [
    subject(actions, 'sanctions action', 'sanctions actions'),
    filter.authority ? ` by ${authoritiesPhrase(filter.authority)}` : '',
    rangePhrase(filter.from, filter.to),
    filter.action ? `, ${eitherOf(filter.action.map((code) => lower(actionLabels[code])))}` : '',
    filter.commodity ? `, ${eitherOf(filter.commodity.map(orNotStated))}` : '',
    filter.linked === 'yes' ? ', linked to a release event' : filter.linked === 'no' ? ', linked to no release event' : '',
    filter.id ? byNumber : '',
    filter.q ? `, matching “${filter.q}”` : '',
  ].join('')

/** "31 sources, matching “radio”". */
export const sourcesSentence = (filter: SourceFilter, sources?: number): string =>
  `${subject(sources, 'source', 'sources')}${filter.id ? byNumber : ''}${filter.q ? `, matching “${filter.q}”` : ''}`

/** "9 destinations people were taken to". */
export const destinationsSentence = (destinations?: number): string =>
  `${subject(destinations, 'destination', 'destinations')} people were taken to`

const orNotStated = (value: string): string => (value === 'not_stated' ? 'not stated' : value)
