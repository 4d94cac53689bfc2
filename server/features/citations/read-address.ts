import { recordId } from '#contract/common.ts'
import { CountryCode } from '#contract/countries.ts'
import { listDestinations } from '#contract/destinations.ts'
import { detaineeFilter, listDetainees } from '#contract/detainees.ts'
import { getReleaseEvent, listReleaseEvents, releaseEventFilter } from '#contract/release-events.ts'
import { listSanctionsActions, sanctionsActionFilter } from '#contract/sanctions-actions.ts'
import { search } from '#contract/search.ts'
import { listSources, sourceFilter } from '#contract/sources.ts'
import type { z } from '#contract/zod.ts'
import { invalid } from '../../http/errors.ts'
import type { Counted } from '../stats/counted.ts'
import { type CitedAddress, type CitedView, type How, type Statistic, statistics } from './cited-view.ts'

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

const paging = new Set(['limit', 'cursor'])

const statisticOf = (kind: Statistic, params: URLSearchParams): CitedView => {
  const asked: Readonly<Record<string, unknown>> = read(statistics[kind] as z.ZodObject, params)
  const filter = pick(releaseEventFilter, asked) as Counted
  const { rule } = asked as Counted
  const how: How = Object.fromEntries(
    Object.entries(asked).filter(([name]) => !(name in releaseEventFilter) && name !== 'rule' && !paging.has(name)),
  )
  // Without a rule most statistics are as reported; of people it has to be said.
  const isSilent = rule === undefined || (rule === 'as_reported' && kind !== 'stats/people')
  return { kind, filter: isSilent ? filter : { ...filter, rule }, how }
}

const listOf = (path: string, params: URLSearchParams): CitedView | null => {
  if (path === '/' || path === '/stats/overview') return statisticOf('overview', params)
  const name = path.slice(1)
  if (name !== 'overview' && Object.hasOwn(statistics, name)) return statisticOf(name as Statistic, params)
  switch (path) {
    case '/release-events':
      return { kind: 'release-events', filter: pick(releaseEventFilter, read(listReleaseEvents.query, params)) }
    case '/detainees':
      return { kind: 'detainees', filter: pick(detaineeFilter, read(listDetainees.query, params)) }
    case '/sanctions-actions':
      return { kind: 'sanctions-actions', filter: pick(sanctionsActionFilter, read(listSanctionsActions.query, params)) }
    case '/sources':
      return { kind: 'sources', filter: pick(sourceFilter, read(listSources.query, params)) }
    case '/destinations':
      return { kind: 'destinations', filter: read(listDestinations.query, params) }
    case '/search': {
      const { limit: _limit, ...filter } = read(search.query, params)
      return { kind: 'search', filter }
    }
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

/** The order of a list and how charts are divided: the link keeps them, the result does not depend on them. */
const presentation: Readonly<Partial<Record<CitedView['kind'], readonly string[]>>> = {
  overview: ['by', 'split', 'cumulative', 'map', 'place', 'tables'],
  analysis: ['rows', 'columns', 'measure', 'sort', 'by', 'split', 'cumulative', 'map', 'place', 'who', 'tables'],
  'release-events': ['sort'],
  detainees: ['sort'],
  'sanctions-actions': ['sort'],
  sources: ['sort'],
}

const shownIn = ({ kind }: CitedView, params: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    (presentation[kind] ?? []).flatMap((name) => {
      const value = params.get(name)
      return value !== null && /^-?[a-z][a-z_,]{0,100}$/i.test(value) ? [[name, value]] : []
    }),
  )

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
  const path = (rest === '' ? '/' : rest).replace(/\.(?:csv|json|xlsx|zip)$/, '')
  const pinned = api?.[1] ?? params.get('edition') ?? ''
  const view = listOf(path, params) ?? recordOf(path, params)
  if (view === null) throw notAView()
  return { view, edition: pinned === '' ? null : numberOf(pinned), shown: shownIn(view, params) }
}
