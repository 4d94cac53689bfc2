import { Link } from '@tanstack/react-router'
import { Section } from '#client/components/layout/section.tsx'
import { ReleaseEventTable } from '#client/components/records/release-event-table.tsx'
import { SanctionsActionTable } from '#client/components/records/sanctions-action-table.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import type { SearchText } from '#client/lib/search-params.ts'
import type { Overview } from '#contract/stats.ts'

export const LatestEvents = ({
  overview: { latestEvents },
  filter,
  isRanged,
}: {
  overview: Overview
  filter: SearchText
  isRanged: boolean
}) => (
  <Section
    title="Latest release events"
    aside={
      <Link to="/release-events" search={filter}>
        All of them
      </Link>
    }
  >
    {latestEvents.length === 0 ? (
      <Empty title="No release event is known under this filter.">Take a filter away to see more.</Empty>
    ) : (
      <ReleaseEventTable caption="The latest first" rows={latestEvents} isRanged={isRanged} />
    )}
  </Section>
)

export const LatestSanctions = ({ overview: { sanctionsActions } }: { overview: Overview }) => (
  <Section title="Sanctions actions" aside={<Link to="/sanctions-actions">All of them</Link>}>
    {sanctionsActions.length === 0 ? (
      <Empty title="No sanctions action is known under this filter." />
    ) : (
      <SanctionsActionTable
        caption="Shown beside the releases; the register says what a source links, and never that one caused the other."
        rows={sanctionsActions}
      />
    )}
  </Section>
)
