import type { CountingRule } from '#contract/counting-rules.ts'
import { CountryCode } from '#contract/countries.ts'
import { recordId } from '#contract/common.ts'
import { type DetaineeFilter, detaineeFilter, listDetainees } from '#contract/detainees.ts'
import { type ReleaseEventFilter, getReleaseEvent, listReleaseEvents, releaseEventFilter } from '#contract/release-events.ts'
import { type SanctionsActionFilter, listSanctionsActions, sanctionsActionFilter } from '#contract/sanctions-actions.ts'
import { type SourceFilter, listSources, sourceFilter } from '#contract/sources.ts'
import { getOverview, getReleaseStats } from '#contract/stats.ts'
import type { z } from '#contract/zod.ts'
import { invalid } from '../../http/errors.ts'

/** What is cited: a list under its filter, a statistic, or one record. */
export type CitedView =
  | { readonly kind: 'overview'; readonly filter: ReleaseEventFilter & { readonly rule?: CountingRule | undefined } }
  | { readonly kind: 'release-events'; readonly filter: ReleaseEventFilter }
  | { readonly kind: 'stats/releases'; readonly filter: z.output<typeof getReleaseStats.query> }
  | { readonly kind: 'detainees'; readonly filter: DetaineeFilter }
  | { readonly kind: 'sanctions-actions'; readonly filter: SanctionsActionFilter }
  | { readonly kind: 'sources'; readonly filter: SourceFilter }
  | { readonly kind: 'destinations' }
  | { readonly kind: 'release-event'; readonly id: number; readonly filter: { readonly source?: number | undefined } }
  | { readonly kind: 'detainee' | 'sanctions-action' | 'source'; readonly id: number }
  | { readonly kind: 'destination'; readonly code: string }

/** A view, the edition it is pinned to (null: the newest), and what its link keeps of how it is shown. */
export type CitedAddress = {
  readonly view: CitedView
  readonly edition: number | null
  readonly shown: Readonly<Record<string, string>>
}

const refuse = (message: string) => invalid({ path: message })
const notAView = () => refuse('This is not the address of a list, a record or a statistic of this site.')

/** Reads what the schema knows; how many rows and which page are no part of what is cited. */
const read = <Schema extends z.ZodObject>(schema: Schema, params: URLSearchParams): z.output<Schema> => {
  const known = Object.keys(schema.shape).filter((name) => name !== 'limit' && name !== 'cursor' && params.has(name))
  const result = schema.safeParse(Object.fromEntries(known.map((name) => [name, params.getAll(name).join(',')])))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw refuse(`${issue?.path[0]?.toString() ?? 'The query'}: ${issue?.message ?? 'this cannot be read.'}`)
}

const pick = <Name extends string, Value extends Partial<Record<Name, unknown>>>(
  shape: Readonly<Record<Name, unknown>>,
  value: Value,
): Pick<Value, Name> => Object.fromEntries(Object.entries(value).filter(([name]) => name in shape)) as Pick<Value, Name>

const listOf = (path: string, params: URLSearchParams): CitedView | null => {
  switch (path) {
    case '/':
    case '/stats/overview': {
      const { rule, ...filter } = read(getOverview.query, params)
      return { kind: 'overview', filter: rule === 'as_reported' ? filter : { ...filter, rule } }
    }
    case '/release-events':
      return { kind: 'release-events', filter: pick(releaseEventFilter, read(listReleaseEvents.query, params)) }
    case '/stats/releases':
      return { kind: 'stats/releases', filter: read(getReleaseStats.query, params) }
    case '/detainees':
      return { kind: 'detainees', filter: pick(detaineeFilter, read(listDetainees.query, params)) }
    case '/sanctions-actions':
      return { kind: 'sanctions-actions', filter: pick(sanctionsActionFilter, read(listSanctionsActions.query, params)) }
    case '/sources':
      return { kind: 'sources', filter: pick(sourceFilter, read(listSources.query, params)) }
    case '/destinations':
      return { kind: 'destinations' }
    default:
      return null
  }
}

const idOf = (prefix: string, text: string): number => {
  const id = recordId(prefix).safeParse(text)
  if (!id.success) throw notAView()
  return id.data
}

const recordOf = (path: string, params: URLSearchParams): CitedView | null => {
  const [, noun, last = '', more] = path.split('/')
  if (more !== undefined || last === '') return null
  if (noun === 'release-events') return { kind: 'release-event', id: idOf('R', last), filter: read(getReleaseEvent.query, params) }
  if (noun === 'detainees') return { kind: 'detainee', id: idOf('D', last) }
  if (noun === 'sanctions-actions') return { kind: 'sanctions-action', id: idOf('S', last) }
  if (noun === 'sources') return { kind: 'source', id: idOf('SRC', last) }
  if (noun !== 'destinations') return null
  const code = CountryCode.safeParse(last)
  return code.success ? { kind: 'destination', code: code.data } : null
}

/** The order of a list and how a chart is divided: its link keeps them, its result does not depend on them. */
const presentation = ['sort', 'by', 'split', 'place']

const numberOf = (text: string): number => {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text)
  throw refuse('edition: give the number of an edition, for example 1.')
}

/**
 * Reads a page's or an API's address: `/release-events?destination=LT&edition=3` and
 * `/api/editions/3/release-events.csv?destination=LT` are the same view. Parameters that only
 * say how a page looks are dropped. Throws a 400 that names what cannot be read.
 */
export const readAddress = (address: string): CitedAddress => {
  const [beforeQuery = '', query = ''] = address.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const params = new URLSearchParams(query)
  const api = /^\/api(?:\/editions\/([^/]+))?(?=\/|$)/.exec(beforeQuery)
  const rest = beforeQuery.slice(api?.[0].length ?? 0).replace(/(?<=.)\/$/, '')
  const path = (rest === '' ? '/' : rest).replace(/\.(?:csv|json|xlsx)$/, '')
  const pinned = api?.[1] ?? params.get('edition') ?? ''
  const view = listOf(path, params) ?? recordOf(path, params)
  if (view === null) throw notAView()
  const shown = presentation.flatMap((name) => {
    const value = params.get(name)
    const isWord = value !== null && /^-?[a-z]{1,20}$/.test(value)
    return isWord && !(name in ('filter' in view ? view.filter : {})) ? [[name, value] as const] : []
  })
  return { view, edition: pinned === '' ? null : numberOf(pinned), shown: Object.fromEntries(shown) }
}
