import { counted } from '#contract/charts/format-count.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statusLabels } from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { PersonHit, ReleaseEventHit, SanctionsActionHit, SearchAnswer, SourceHit } from '#contract/search.ts'
import { lower } from '#contract/sentence.ts'

export type Hit = PersonHit | ReleaseEventHit | SanctionsActionHit | SourceHit

export type HitGroup = {
  readonly kind: Hit['kind']
  readonly label: string
  readonly total: number
  readonly orMore: boolean
  readonly hits: readonly Hit[]
}

/** The kinds that have hits, people first. */
export const hitGroups = ({ people, releaseEvents, sanctionsActions, sources }: SearchAnswer): HitGroup[] => {
  const groups: HitGroup[] = [
    { kind: 'detainee', label: 'People', ...people },
    { kind: 'release_event', label: 'Release events', ...releaseEvents },
    { kind: 'sanctions_action', label: 'Sanctions actions', ...sanctionsActions },
    { kind: 'source', label: 'Sources', ...sources },
  ]
  return groups.filter(({ hits }) => hits.length > 0)
}

const nouns: Readonly<Record<Hit['kind'], readonly [one: string, many: string]>> = {
  detainee: ['person', 'people'],
  release_event: ['release event', 'release events'],
  sanctions_action: ['sanctions action', 'sanctions actions'],
  source: ['source', 'sources'],
}

/** "1 person and 2 sources for “Anna”"; where only the best were looked at, "20 people or more". */
export const countHits = (answer: SearchAnswer, q: string): string => {
  const parts = hitGroups(answer).map(({ kind, total, orMore }) => `${counted(total, ...nouns[kind])}${orMore ? ' or more' : ''}`)
  if (parts.length === 0) return `Nothing found for “${q}”`
  const together = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  return `${together} for “${q}”`
}

/** What tells a person from others of the same name: birth and arrest are said even where they are not stated. */
export const tellApart = ({ birth, arrested, occupation, status, lastReleased }: PersonHit): string =>
  [
    ...(occupation === null ? [] : [occupation]),
    birth.edtf === null ? `birth date ${formatStatedDate(birth)}` : `born ${formatStatedDate(birth)}`,
    arrested.edtf === null ? `arrest ${formatStatedDate(arrested)}` : `first arrested ${formatStatedDate(arrested)}`,
    whereNow(status, lastReleased),
  ].join(' · ')

/** "released 13 December 2025"; "detained again, last released March 2024": a release says nothing of what came after it. */
const whereNow = (status: PersonHit['status'], lastReleased: StatedDate): string => {
  const words = status === 'unknown' ? 'status not stated' : lower(statusLabels[status])
  if (lastReleased.edtf === null) return words
  return status === 'released' ? `released ${formatStatedDate(lastReleased)}` : `${words}, last released ${formatStatedDate(lastReleased)}`
}
