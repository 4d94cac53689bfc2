import { Link } from '@tanstack/react-router'
import { RecordSources } from '#client/components/records/record-sources.tsx'
import type { ReleaseEvent } from '#contract/release-events.ts'

export const EventSources = ({ event: { evidence, ref } }: { event: ReleaseEvent }) => (
  <RecordSources
    evidence={evidence}
    more={(source) => (
      <Link to="/release-events/$id" params={{ id: ref }} search={{ source: source.ref }}>
        what {source.ref} alone says
      </Link>
    )}
  />
)
