import { Link } from '@tanstack/react-router'
import type { SearchAnswer } from '#contract/search.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { Section } from '#client/components/layout/section.tsx'
import { type HitGroup, hitGroups } from '#client/components/search/hit-words.ts'
import { SearchHits } from '#client/components/search/search-hits.tsx'
import { Empty } from '#client/components/states/empty.tsx'

export const SearchResults = ({ answer, q, isExact }: { answer: SearchAnswer; q: string; isExact: boolean }) => {
  const groups = hitGroups(answer)
  if (groups.length === 0) return <NothingFound q={q} isExact={isExact} />
  return groups.map((group) => (
    <Section key={group.kind} title={group.label} note={noteOf(group)}>
      <SearchHits hits={group.hits} label={group.label} />
    </Section>
  ))
}

/** "the best 50 of 120": more words say more closely what is meant. */
const noteOf = ({ hits, total, orMore }: HitGroup): string =>
  hits.length === total && !orMore
    ? formatNumber(total)
    : `the best ${formatNumber(hits.length)} of ${formatNumber(total)}${orMore ? ' or more' : ''}; add a word to narrow them`

const NothingFound = ({ q, isExact }: { q: string; isExact: boolean }) => (
  <Empty title={`Nothing in the register answers to “${q}”.`}>
    {isExact ? (
      <p>
        These letters were looked for as they are.{' '}
        <Link to="/search" search={{ q }}>
          Look for other spellings too
        </Link>
        .
      </p>
    ) : (
      <p>
        Try the family name alone, or fewer words. Someone whose name is withheld cannot be found by it. All records are in
        the lists: <Link to="/detainees">detainees</Link>, <Link to="/release-events">release events</Link>,{' '}
        <Link to="/sanctions-actions">sanctions actions</Link>, <Link to="/sources">sources</Link>.
      </p>
    )}
  </Empty>
)
