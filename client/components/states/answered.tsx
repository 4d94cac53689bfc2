import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '#client/lib/api-error.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import { Failed } from './failed.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'

/** An address with a number that no record has, or with no number at all. */
const leadsNowhere = (error: Error): boolean =>
  error instanceof ApiError && (error.status === 404 || (error.status === 400 && ('id' in error.fields || 'code' in error.fields)))

/** Shows what was asked for once it is there; until then that it is loading, or why it is not there. */
export const Answered = <Data,>({
  query,
  what,
  page = false,
  children,
}: {
  query: UseQueryResult<Data>
  /** "the release event": completes "Loading …" and "… could not be loaded". */
  what: string
  /** True where the answer is the whole page: a 404 is then the page's own. */
  page?: boolean
  children: (data: Data) => ReactNode
}) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) return <Loading what={what} />
  if (page && leadsNowhere(query.error)) return <NotFound what={what} />
  return <Failed error={query.error} retry={() => void query.refetch()} what={capitalised(what)} />
}
