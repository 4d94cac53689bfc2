import { actionLabels, authorityLabels, linkLabels } from '../codes.ts'
import { formatStatedDate } from '../dates/format-date.ts'
import type { Gap, LaneAction, Link, LinkedRelease } from '../stats-links.ts'
import { formatCount, formatNumber } from './format-count.ts'

const dateWords = { announced: 'announced', issued: 'issued', effective: 'in effect', expires: 'ends' } as const
export type ActionDate = keyof typeof dateWords
export const actionDates = Object.keys(dateWords) as ActionDate[]

/** "announced the same day", "issued 3 days after the release", "in effect 5 to 9 days before the release". */
export const gapWords = ({ to, lowest, highest }: Gap): string => `${dateWords[to]} ${daysWords(lowest, highest)}`

const daysWords = (lowest: number | null, highest: number | null): string => {
  if (lowest === null && highest === null) return 'at an unknown distance'
  if (lowest === null || highest === null) {
    return lowest === null ? `at most ${signed(highest ?? 0)}` : `at least ${signed(lowest)}`
  }
  if (lowest === highest) return signed(lowest)
  if (lowest >= 0) return `${formatNumber(lowest)} to ${days(highest)} after the release`
  if (highest <= 0) return `${formatNumber(-highest)} to ${days(-lowest)} before the release`
  return `between ${days(-lowest)} before and ${days(highest)} after the release`
}

const signed = (value: number): string =>
  value === 0 ? 'the same day' : value > 0 ? `${days(value)} after the release` : `${days(-value)} before the release`

const days = (value: number): string => `${formatNumber(value)} ${value === 1 ? 'day' : 'days'}`

export const releaseWords = ({ ref, title, date, reported }: LinkedRelease): string =>
  `${ref} ${title}: ${formatStatedDate(date)}${reported === null ? '' : `, ${formatCount(reported)} released`}`

export const actionWords = (action: LaneAction): string =>
  `${action.ref} ${action.title}: ${authorityLabels[action.authority]}, ${actionLabels[action.action].toLowerCase()}${actionDatesWords(action)}`

const actionDatesWords = (action: LaneAction): string => {
  const stated = actionDates.filter((name) => action[name].edtf !== null)
  return stated.length === 0 ? ', no date stated' : `, ${stated.map((name) => `${dateWords[name]} ${formatStatedDate(action[name])}`).join(', ')}`
}

/** "R-1 and S-10: announced together, says …". It says what a source says goes together, and never a cause. */
export const linkWords = ({ relation, saidBy }: Link, release: string, action: string): string =>
  `${release} and ${action}: ${linkLabels[relation].toLowerCase()}${saidBy === null ? '; who says so is not stated' : `, says ${saidBy}`}`
