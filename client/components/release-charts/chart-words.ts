import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import { countingRules, type CountingRule } from '#contract/counting-rules.ts'
import type { getMount } from '#contract/editions.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { dataLicence } from '#contract/licence.ts'
import { countedBand, formatCount, formatNumber } from '#contract/charts/format-count.ts'
import type { Tally } from '#contract/stats.ts'
import type { z } from '#contract/zod.ts'

export const ruleWords = (rule: CountingRule): string => {
  const { title, version, sentence } = countingRules[rule]
  return `Counted by the rule “${title}” (version ${version}). ${sentence}`
}

/** "864 (863 to 864) releases of prisoners as reported, in 23 events". */
export const tallyWords = ({ events, reported, people }: z.output<typeof Tally>, unit: string): string => {
  const noun = reported.best === 1 && !reported.openHigh ? unit.replace(/^(release|prisoner)s\b/, '$1') : unit
  const persons = people === null ? '' : `, ${countedBand(people, 'person', 'people')}`
  return `${formatCount(reported)} ${noun}${persons}, in ${eventsWords(events)}`
}

export const eventsWords = (events: number): string => `${formatNumber(events)} ${events === 1 ? 'event' : 'events'}`

/** What a picture says of its origin: edition, day, address, licence. */
export const originWords = (mount: ResponseOf<typeof getMount> | undefined, address: string, today: string): string[] => {
  const edition = mount?.edition
  const from =
    edition === undefined || edition === null
      ? 'The register as it stands at the desk; not published.'
      : `Edition ${edition.label}, published on ${dayWords(edition.publishedAt.slice(0, 10))}.`
  return [
    ...(mount?.fictional === true ? ['Everything here is invented, for practice and tests.'] : []),
    `Source: Habeas, a register of political prisoners and their releases. ${from} Downloaded on ${dayWords(today)}.`,
    address,
    `Licence: ${dataLicence.title} (${dataLicence.name}).`,
  ]
}

const dayWords = (day: string): string => formatStatedDate(statedDate(day, 'stated'))
