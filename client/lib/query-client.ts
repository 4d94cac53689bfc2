import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** What the server refuses is not asked again; a lost connection and an overloaded server are, twice. */
const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 502)

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // A browser without the internet can still reach a server on its own machine, and a try that
      // fails says so; by default it would wait in silence.
      queries: { retry: worthAnotherTry, staleTime: 60_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
