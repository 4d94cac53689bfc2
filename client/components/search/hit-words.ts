import { counted } from '#contract/charts/format-count.ts'
import { type PersonHit, type ReleaseEventHit, type SanctionsActionHit, type SearchAnswer, type SourceHit, numberReasons } from '#contract/search.ts'

export type Hit = PersonHit | ReleaseEventHit | SanctionsActionHit | SourceHit

export type HitGroup = {
  readonly kind: Hit['kind']
  readonly label: string
  readonly total: number
  readonly orMore: boolean
  readonly hits: readonly Hit[]
}

/** The record whose number was typed stands before all others. */
const isNumbered = ({ hits: [first] }: HitGroup): boolean => Object.values<string>(numberReasons).includes(first?.why ?? '')

/** The kinds that have hits: that of the number typed first, then people. */
export const hitGroups = ({ people, releaseEvents, sanctionsActions, sources }: SearchAnswer): HitGroup[] => {
  const groups: HitGroup[] = [
    { kind: 'detainee', label: 'People', ...people },
    { kind: 'release_event', label: 'Release events', ...releaseEvents },
    { kind: 'sanctions_action', label: 'Sanctions actions', ...sanctionsActions },
    { kind: 'source', label: 'Sources', ...sources },
  ]
  return groups.filter(({ hits }) => hits.length > 0).toSorted((a, b) => Number(isNumbered(b)) - Number(isNumbered(a)))
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
