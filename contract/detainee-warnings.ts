import { notAtLiberty, statusLabels } from './codes.ts'
import { dateTyped, isAfterDay, isBefore, typedWords } from './dates/typed-days.ts'

/** What of a person can look impossible, as it is typed or as a write body has it. Dates are as typed. */
export type WarnedPerson = {
  readonly birth: string
  readonly status: string
  readonly statusAsOf: string
  readonly sources: readonly unknown[]
  readonly detentions: readonly {
    readonly arrest: string
    readonly end: string
    readonly endReason: string | null
    readonly sentences: readonly { readonly sentenced: string }[]
  }[]
  readonly recognitions: readonly { readonly recognised: string }[]
}

const isStated = (typed: string): boolean => dateTyped(typed)?.edtf !== null

const detentionWarnings = ({ birth, detentions }: WarnedPerson): string[] =>
  detentions.flatMap(({ arrest, end, endReason, sentences }) => [
    ...(isBefore(arrest, birth) ? [`The arrest, ${typedWords(arrest)}, is before the birth, ${typedWords(birth)}.`] : []),
    ...(isBefore(end, arrest) ? [`A detention ended, ${typedWords(end)}, before the arrest, ${typedWords(arrest)}.`] : []),
    ...(isStated(end) && endReason === null ? [`A detention ended, ${typedWords(end)}; how is not said. Choose "Not stated" if no source says it.`] : []),
    ...sentences.flatMap(({ sentenced }) =>
      isBefore(sentenced, arrest) ? [`A sentence, ${typedWords(sentenced)}, is before the arrest, ${typedWords(arrest)}.`] : [],
    ),
  ])

const futureWarnings = (person: WarnedPerson, today: string): string[] =>
  [
    ['birth', person.birth],
    ['status', person.statusAsOf],
    ...person.detentions.flatMap(({ arrest, end, sentences }) => [
      ['arrest', arrest],
      ['end of a detention', end],
      ...sentences.map(({ sentenced }) => ['sentence', sentenced]),
    ]),
    ...person.recognitions.map(({ recognised }) => ['recognition', recognised]),
  ].flatMap(([what = '', typed = '']) => (isAfterDay(typed, today) ? [`The ${what} is dated ${typedWords(typed)}, which is still to come.`] : []))

const statusWarnings = ({ status, statusAsOf, detentions }: WarnedPerson): string[] => {
  const words = statusLabels[status as keyof typeof statusLabels]?.toLowerCase() ?? status
  const isHeld = notAtLiberty.some((code) => code === status)
  const isOpen = detentions.some(({ end, endReason }) => !isStated(end) && endReason === null)
  return [
    ...(status !== 'unknown' && !isStated(statusAsOf) ? [`The status, ${words}, has no date: say as of when.`] : []),
    ...(isHeld && detentions.length > 0 && !isOpen ? [`The status is ${words}, but each detention has ended.`] : []),
    ...(status === 'released' && isOpen ? ['The status is released, but a detention has not ended.'] : []),
  ]
}

/**
 * What cannot well be so in a person's record, a sentence each: nothing here is refused, since a
 * source may say it. `today` is `YYYY-MM-DD`. The form shows it and the reviewer reads it again.
 */
export const detaineeWarnings = (person: WarnedPerson, today: string): string[] => [
  ...(person.sources.length === 0 ? ['No source is named: nobody can check what this rests on.'] : []),
  ...futureWarnings(person, today),
  ...detentionWarnings(person),
  ...statusWarnings(person),
]
