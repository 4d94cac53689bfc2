import { notAtLiberty, type statusLabels } from '#contract/codes.ts'

/*
 * The counting rule "at liberty", version 1, for one release of one person. It says `yes` or
 * `no` only where the record does; whatever can be read either way is not stated.
 */

/** First and last possible day, inclusive; null is open. */
export type Bounds = { readonly earliest: string | null; readonly latest: string | null }

export type Status = keyof typeof statusLabels

export type AfterRelease = {
  readonly release: Bounds
  /** Reported to have reached another country, or to have been taken there. */
  readonly isAbroad: boolean
  readonly status: Status
  readonly statusAsOf: Bounds
  /** The arrest of every detention of the person. */
  readonly arrests: readonly Bounds[]
  /** The dates of the person's other releases. */
  readonly otherReleases: readonly Bounds[]
  /** Last day of the period; without one, as far as the register goes. */
  readonly until: string | undefined
}

const free = new Set<Status>(['released', 'released_conditionally', 'exiled', 'died_after_release'])
const held = new Set<Status>([...notAtLiberty, 'died_in_custody'])

/** Out of detention and under none of its milder forms. `missing` and not stated are neither this nor held. */
export const isFreeStatus = (status: Status): boolean => free.has(status)
export const isHeldStatus = (status: Status): boolean => held.has(status)

const isAfter = (a: Bounds, b: Bounds): boolean => a.earliest !== null && b.latest !== null && a.earliest > b.latest
const mayBeAfter = (a: Bounds, b: Bounds): boolean => a.latest === null || b.earliest === null || a.latest > b.earliest
const isBy = ({ latest }: Bounds, until: string | undefined): boolean =>
  until === undefined || (latest !== null && latest <= until)
const mayBeBy = ({ earliest }: Bounds, until: string | undefined): boolean =>
  until === undefined || earliest === null || earliest <= until

/** Arrests that may be later than the release. One arrest at least came before it: nobody is released who was not held. */
const laterArrests = ({ release, arrests }: AfterRelease): Bounds[] =>
  arrests.filter(
    (arrest, index) =>
      isAfter(arrest, release) ||
      (mayBeAfter(arrest, release) && arrests.some((other, place) => place !== index && !isAfter(other, release))),
  )

/** Whether the person was at liberty after this release and until the end of the period. */
export const libertyAfter = (its: AfterRelease): 'yes' | 'no' | 'not_stated' => {
  const { release, status, statusAsOf, until } = its
  // Whoever is released once more has been held, or restricted, in between.
  const returns = [...laterArrests(its), ...its.otherReleases.filter((other) => mayBeAfter(other, release))]
  if (returns.some((date) => isAfter(date, release) && isBy(date, until))) return 'no'
  const statusIsLater = statusAsOf.earliest !== null && release.latest !== null && statusAsOf.earliest >= release.latest
  const isHeld = isHeldStatus(status)
  if (isHeld && statusIsLater && isBy(statusAsOf, until)) return 'no'
  if (returns.some((date) => mayBeBy(date, until))) return 'not_stated'
  if (isHeld && !isAfter(release, statusAsOf)) return 'not_stated'
  // A status speaks of the last release before it, so it says nothing of this one where there may be a later one.
  if (isFreeStatus(status) && statusIsLater && returns.length === 0) return 'yes'
  return its.isAbroad ? 'yes' : 'not_stated'
}
