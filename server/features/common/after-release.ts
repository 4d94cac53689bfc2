import type { AfterRelease } from '#contract/after-release.ts'
import type { Evidence } from '#contract/common.ts'
import { dateColumns, dateOf } from './dates.ts'

/** What is known of a person after a release, for a select list. */
export const afterReleaseColumns = [
  'release_person.restrictions',
  'release_person.onward_country',
  ...dateColumns('release_person', 'onward'),
] as const

type Row = { readonly restrictions: string | null; readonly onward_country: string | null } & Parameters<typeof dateOf<'onward'>>[0]

export const afterReleaseOf = (row: Row): AfterRelease => ({
  restrictions: row.restrictions,
  onwardCountry: row.onward_country,
  onward: dateOf(row, 'onward'),
})

/** Whether evidence on a person in a release speaks of the release, and not of an onward transfer alone; as the view `release_named` has it. */
export const isOfRelease = ({ on }: Evidence): boolean => on.field !== 'onwardCountry' && on.field !== 'onward'
