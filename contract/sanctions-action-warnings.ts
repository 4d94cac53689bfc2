import { isAfterDay, isBefore, typedWords } from './dates/typed-days.ts'

/** What of a sanctions action can look impossible. Dates are as typed. */
export type WarnedAction = {
  readonly action: string
  readonly instrument: string | null
  readonly announced: string
  readonly issued: string
  readonly effective: string
  readonly expires: string
  readonly sources: readonly unknown[]
}

const orders = [
  ['issued', 'announced', 'It was issued', 'before it was announced'],
  ['expires', 'effective', 'It ends', 'before it is in effect'],
  ['expires', 'issued', 'It ends', 'before it was issued'],
] as const

/** What cannot well be so in a sanctions action, a sentence each; nothing here is refused. `today` is `YYYY-MM-DD`. */
export const sanctionsActionWarnings = (action: WarnedAction, today: string): string[] => [
  ...(action.sources.length === 0 ? ['No source is named: nobody can check what this rests on.'] : []),
  ...(isAfterDay(action.announced, today) ? [`It is announced on ${typedWords(action.announced)}, which is still to come.`] : []),
  ...(isAfterDay(action.issued, today) ? [`It is issued on ${typedWords(action.issued)}, which is still to come.`] : []),
  ...orders.flatMap(([first, second, does, order]) =>
    isBefore(action[first], action[second]) ? [`${does} ${typedWords(action[first])}, ${order}: ${typedWords(action[second])}.`] : [],
  ),
  ...((action.instrument ?? '').trim() !== '' && (action.action === 'announced_only' || action.action === 'reported_relief')
    ? ['An instrument is named, but the action says that none is known.']
    : []),
]
