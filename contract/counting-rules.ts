import { z } from './zod.ts'

/*
 * "Released" is not one thing. Each rule has a name, a version that goes up when its numbers
 * would change, and a unit. docs/methods.md gives formula and worked example of each.
 */

export const countingRules = {
  as_reported: {
    title: 'As reported',
    version: 1,
    counts: 'claims',
    unit: 'releases of prisoners as reported',
    sentence: 'Adds up the used claim of each release event; the band runs from the lowest to the highest claim.',
  },
  named: {
    title: 'Named and evidenced',
    version: 1,
    counts: 'people',
    unit: 'releases of named people',
    sentence:
      'Counts the people on record in each release event: a person once among the people, and once among the releases for each event they are in.',
  },
  at_liberty: {
    title: 'At liberty',
    version: 1,
    counts: 'people',
    unit: 'releases of named people to liberty',
    sentence:
      'Counts named people not released to house arrest, home confinement or an open facility and not held again within the period: the lowest number is those of whom it is known, the highest leaves out only those known to be held or restricted.',
  },
  taken_abroad: {
    title: 'Taken abroad',
    version: 1,
    counts: 'claims',
    unit: 'prisoners reported as taken abroad',
    sentence:
      'Adds up the claims for destinations other than the releasing country; those who stayed and those whose destination is not stated are not in it.',
  },
} as const

export type CountingRule = keyof typeof countingRules
export type PeopleRule = 'named' | 'at_liberty'

export const CountingRule = z
  .enum(Object.keys(countingRules) as [CountingRule, ...CountingRule[]])
  .meta({ id: 'CountingRule', description: 'What "released" counts; see the methods for each rule' })

/** True where a rule counts people on record; false where it adds up what sources claim. */
export const countsPeople = (rule: CountingRule): rule is PeopleRule => countingRules[rule].counts === 'people'

/** How far the numbers of an answer may be added: to be read with them. */
export const addingUp = (rule: CountingRule): string =>
  countsPeople(rule)
    ? 'Releases add up to the total. People are counted once in each row and once in the total, so rows can add up to more people than there are: the same person released twice is one person and two releases.'
    : 'Numbers are releases, not people: someone released twice is in two of them. Used, lowest and highest numbers add up separately.'
