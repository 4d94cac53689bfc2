import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sourceName } from '#client/lib/evidence-for.ts'
import { counted } from '#contract/charts/format-count.ts'
import type { Evidence, SourceBrief } from '#contract/common.ts'
import { Empty } from '../states/empty.tsx'
import { SourceAddress } from '../values/source-address.tsx'
import { StatedDateText } from '../values/stated-date-text.tsx'
import { RecordList } from './record-list.tsx'

/** The sources a record rests on, the one that says most first. */
export const RecordSources = ({
  evidence,
  more,
}: {
  evidence: readonly Evidence[]
  /** What else a page offers of each source. */
  more?: (source: SourceBrief) => ReactNode
}) => {
  const bySource = Map.groupBy(evidence, ({ source }) => source.id)
  const sources = [...bySource.values()]
    .flatMap((items) => (items[0] === undefined ? [] : [{ source: items[0].source, values: items.length }]))
    .toSorted((a, b) => b.values - a.values)
  if (sources.length === 0) return <Empty title="No source is on record for it." />
  return (
    <RecordList
      items={sources}
      itemKey={({ source }) => source.id}
      line={({ source }) => (
        <>
          <Link to="/sources/$id" params={{ id: source.ref }}>
            {sourceName(source)}
          </Link>
          <SourceAddress url={source.url} />
        </>
      )}
      small={({ source, values }) => (
        <>
          Published: <StatedDateText date={source.published} /> · {counted(values, 'value rests', 'values rest')} on it
          {source.copyOf === null ? '' : ` · a copy of SRC-${source.copyOf}, which adds no independent word`}
          {more === undefined ? null : <> · {more(source)}</>}
        </>
      )}
    />
  )
}
