import { isAfterDay, typedWords } from './dates/typed-days.ts'

/** What cannot well be so in a source, a sentence each. `today` is `YYYY-MM-DD`; the date is as typed. */
export const sourceWarnings = ({ published }: { readonly published: string }, today: string): string[] =>
  isAfterDay(published, today) ? [`It was published on ${typedWords(published)}, which is still to come.`] : []
