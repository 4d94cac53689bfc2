import { Link } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'

/** Said above an event that is told by one source only. */
export const SourceAlone = ({ source }: { source: string }) => {
  const ref = source.startsWith('SRC-') ? source : `SRC-${source}`
  return (
    <Notice tone="caution">
      This is what{' '}
      <Link to="/sources/$id" params={{ id: ref }}>
        {ref}
      </Link>{' '}
      alone says of it. What it does not say is shown as not stated.{' '}
      <Link to="." search={{}}>
        Hear all sources
      </Link>
    </Notice>
  )
}
