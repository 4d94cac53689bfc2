import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'

type Records = '/release-events' | '/sanctions-actions'

/** From a page inside someone else's, a record opens in a tab of its own. */
export const RecordLink = ({ of, id, children }: { of: Records; id: number; children: ReactNode }) => {
  const address = useRecordAddress()
  return useDoor().isEmbedded === true ? (
    <a href={address(of, id)} target="_blank" rel="noopener">
      {children}
    </a>
  ) : (
    <Link to={`${of}/$id`} params={{ id: String(id) }}>
      {children}
    </Link>
  )
}

export const useOpenRecord = () => {
  const door = useDoor()
  const navigate = useNavigate()
  const address = useRecordAddress()
  return (of: Records, id: number): void => {
    if (door.isEmbedded === true) window.open(address(of, id), '_blank', 'noopener')
    else void navigate({ to: `${of}/$id`, params: { id: String(id) } })
  }
}

const useRecordAddress = () => {
  const pinned = usePinnedEdition()
  return (of: Records, id: number): string => `${of}/${id}${pinned === null ? '' : `?edition=${encodeURIComponent(pinned)}`}`
}
