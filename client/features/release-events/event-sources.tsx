import { Link } from '@tanstack/react-router'
import { Empty } from '#client/components/states/empty.tsx'
import { SourceAddress } from '#client/components/values/source-address.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { sourceName } from '#client/lib/evidence-for.ts'
import { counted } from '#contract/charts/format-count.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import styles from './release-event.module.css'

export const EventSources = ({ event: { evidence, ref } }: { event: ReleaseEvent }) => {
  const bySource = [...Map.groupBy(evidence, ({ source }) => source.id).values()].toSorted((a, b) => b.length - a.length)
  if (bySource.length === 0) return <Empty title="No source is on record for this event." />
  return (
    <ul className={styles.list}>
      {bySource.map((items) => {
        const source = items[0]?.source
        return source === undefined ? null : (
          <li key={source.id}>
            <p>
              <Link to="/sources/$id" params={{ id: source.ref }}>
                {sourceName(source)}
              </Link>
              <SourceAddress url={source.url} />
            </p>
            <p className={styles.small}>
              Published: <StatedDateText date={source.published} /> · {counted(items.length, 'value rests', 'values rest')} on it
              {source.copyOf === null ? '' : ` · a copy of SRC-${source.copyOf}`} ·{' '}
              <Link
                to="/release-events/$id"
                params={{ id: ref }}
                search={{ source: source.ref }}
              >
                what {source.ref} alone says
              </Link>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
