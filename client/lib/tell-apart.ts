import { statusLabels } from '#contract/codes.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import { lower } from '#contract/sentence.ts'

type Apart = Pick<DetaineeRow, 'birth' | 'arrested' | 'occupation' | 'status' | 'lastReleased'>

/** What tells a person from others of the same name: birth and arrest are said even where they are not stated. */
export const tellApart = ({ birth, arrested, occupation, status, lastReleased }: Apart): string =>
  [
    ...(occupation === null ? [] : [occupation]),
    birth.edtf === null ? `birth date ${formatStatedDate(birth)}` : `born ${formatStatedDate(birth)}`,
    arrested.edtf === null ? `arrest ${formatStatedDate(arrested)}` : `first arrested ${formatStatedDate(arrested)}`,
    whereNow(status, lastReleased),
  ].join(' · ')

/** "released 13 December 2025"; "detained again, last released March 2024": a release says nothing of what came after it. */
const whereNow = (status: Apart['status'], lastReleased: StatedDate): string => {
  const words = status === 'unknown' ? 'status not stated' : lower(statusLabels[status])
  if (lastReleased.edtf === null) return words
  return status === 'released' ? `released ${formatStatedDate(lastReleased)}` : `${words}, last released ${formatStatedDate(lastReleased)}`
}

/** The names that more than one of these people are listed under. */
export const sharedNames = (rows: readonly Pick<DetaineeRow, 'name'>[]): ReadonlySet<string> => {
  const named = rows.flatMap(({ name }) => (name === null ? [] : [name]))
  return new Set(named.filter((name, index) => named.indexOf(name) !== index))
}
