import { type UseQueryResult, keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AnyEndpoint, ResponseOf } from '#contract/endpoint.ts'
import { type CallOptions, addressOf, call } from './call.ts'
import { useMount } from './use-mount.ts'

type Asked<E extends AnyEndpoint> = Pick<CallOptions<E>, 'params' | 'query'> & {
  /** False waits: a question that depends on something still to come. */
  readonly enabled?: boolean
  /** Asks again every second or so while this holds: something is under way. */
  readonly askAgain?: (answer: ResponseOf<E>) => boolean
  /** Keeps the last answer in view while a changed filter is being answered. */
  readonly keepPrevious?: boolean
}

/** Between two questions about something that is under way, in milliseconds. */
const pollMs = 700

/** The answer of a read endpoint at the page's mount; every page reads through this. */
export const useAnswer = <E extends AnyEndpoint>(
  endpoint: E,
  { params, query, enabled = true, keepPrevious = false, askAgain }: Asked<E> = {},
): UseQueryResult<ResponseOf<E>> => {
  const mount = useMount()
  const options: CallOptions<E> = {
    mount,
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
  }
  return useQuery<ResponseOf<E>>({
    queryKey: answerKey(endpoint, options),
    queryFn: ({ signal }) => call(endpoint, { ...options, signal }),
    enabled,
    refetchInterval: ({ state }) => (state.data !== undefined && askAgain?.(state.data) === true ? pollMs : false),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/** Answers are kept by method and address, which is all they depend on. */
export const answerKey = <E extends AnyEndpoint>(endpoint: E, options: CallOptions<E>): string[] =>
  endpoint.method === 'get' ? keyOfRead(addressOf(endpoint, options)) : ['answer', endpoint.method, addressOf(endpoint, options)]

export const keyOfRead = (address: string): string[] => ['answer', 'get', address]
