import { joinList } from '#contract/common.ts'
import type { AnyEndpoint, BodyOf, ResponseOf } from '#contract/endpoint.ts'
import type { z } from '#contract/zod.ts'
import { ApiError, errorOf, unreachable } from './api-error.ts'
import { wordsLeft } from './words-left.ts'
import { freshSignIn } from './fresh-sign-in.ts'

type Text = string | number
type InputOf<Schema> = Schema extends z.ZodType ? keyof z.input<Schema> & string : never

export type CallOptions<E extends AnyEndpoint> = {
  readonly params?: Readonly<Record<InputOf<E['params']>, Text>>
  /** Values as they stand in the URL; undefined ones are left out. */
  readonly query?: { readonly [K in InputOf<E['query']>]?: Text | readonly Text[] | undefined }
  readonly body?: E['body'] extends z.ZodType ? z.input<E['body']> | BodyOf<E> : never
  /** The `ETag` of the version a change is based on. */
  readonly ifMatch?: string
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** True where the request must arrive though the page that sends it is left at once. */
  readonly keepalive?: boolean
  /** Where the endpoint is mounted: `/api`, or `/api/editions/3` for a pinned edition. */
  readonly mount?: string
}

export type Answer<E extends AnyEndpoint> = { readonly data: ResponseOf<E>; readonly etag: string | null }

/** The address of an endpoint with its parameters filled in; `suffix` such as `.csv` asks for an export. */
export const addressOf = <E extends AnyEndpoint>(
  { path, on }: E,
  { params, query, mount = '/api' }: Pick<CallOptions<E>, 'params' | 'query' | 'mount'> = {},
  suffix = '',
): string => {
  const values: Readonly<Record<string, Text>> = params ?? {}
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return `${on === 'records' || on === 'edition' ? mount : '/api'}${filled}${suffix}${queryText(query ?? {})}`
}

/** `?destination=LT,UA&from=2024-01-01`: lists as `joinList` writes them, their commas readable. */
export const queryText = (query: Readonly<Record<string, Text | readonly Text[] | undefined>>): string => {
  const parts = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return []
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : joinList(value)
    return [`${encodeURIComponent(name)}=${encodeURIComponent(text).replaceAll('%2C', ',')}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/**
 * Asks an endpoint and gives its answer with the version (`ETag`) it was read at. Where it asks
 * for a fresh sign-in, the person is asked for it and the request is made once more.
 * Throws an ApiError for every answer that is not a success, and when none comes.
 */
export const request = <E extends AnyEndpoint>(endpoint: E, options: CallOptions<E> = {}): Promise<Answer<E>> =>
  requestOnce(endpoint, options).catch(async (error: unknown) => {
    if (await freshSignIn.ask(error)) return requestOnce(endpoint, options)
    throw error
  })

const requestOnce = async <E extends AnyEndpoint>(endpoint: E, options: CallOptions<E>): Promise<Answer<E>> => {
  const { body, ifMatch, idempotencyKey, signal, keepalive = false } = options
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (ifMatch !== undefined) headers.set('if-match', ifMatch)
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  if (endpoint.method !== 'get') wordsLeft.tell(headers)

  const response = await fetch(addressOf(endpoint, options), {
    method: endpoint.method.toUpperCase(),
    headers,
    keepalive,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw unreachable()
  })

  wordsLeft.note(response.headers)
  const answer = await readJson(response)
  if (!response.ok) throw errorOf(response.status, answer)
  // The server has parsed its answer with this schema; the type system cannot see across the wire.
  return { data: answer as ResponseOf<E>, etag: response.headers.get('etag') }
}

/** As `request`, for those who need the answer only. */
export const call = async <E extends AnyEndpoint>(endpoint: E, options: CallOptions<E> = {}): Promise<ResponseOf<E>> =>
  (await request(endpoint, options)).data

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text().catch(() => {
    throw unreachable()
  })
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    if (!response.ok) return null
    throw new ApiError(response.status, { code: 'unreadable', message: 'The server sent an answer that cannot be read.' })
  }
}
