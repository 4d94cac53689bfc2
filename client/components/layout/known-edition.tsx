import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getMount } from '#contract/editions.ts'
import { ApiError } from '#client/lib/api-error.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import { PageHeading } from './page-heading.tsx'

/** The page, unless its link is pinned to an edition that was never published. */
export const KnownEdition = ({ children }: { children: ReactNode }) => {
  const pinned = usePinnedEdition()
  const { error } = useAnswer(getMount)
  return pinned !== null && error instanceof ApiError && error.status === 404 ? <NoSuchEdition pinned={pinned} /> : children
}

type Search = Readonly<Record<string, string | undefined>>

const NoSuchEdition = ({ pinned }: { pinned: string }) => (
  <PageHeading title={`There is no edition ${pinned}`}>
    <p>
      The link asks for an edition that is not published here: its number may be mistyped.{' '}
      <Link to="." search={(current: Search) => ({ ...current, edition: '' })}>
        Read this page in the newest edition
      </Link>
      , or choose one from the{' '}
      <Link to="/editions" search={{ edition: '' }}>
        list of editions
      </Link>
      .
    </p>
  </PageHeading>
)
