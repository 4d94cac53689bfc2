import { joinList } from '#contract/common.ts'
import { writeIds } from '#contract/id-list.ts'
import { invalid } from '../../http/errors.ts'
import type { CitedAddress, CitedView } from './cited-view.ts'

/** Addresses longer than this are cut by some programs they pass through; the door takes 8000. */
const longestLink = 6000

const pageOf = (view: CitedView): string => {
  switch (view.kind) {
    case 'overview':
      return '/'
    case 'release-event':
      return `/release-events/${view.id}`
    case 'detainee':
      return `/detainees/${view.id}`
    case 'sanctions-action':
      return `/sanctions-actions/${view.id}`
    case 'source':
      return `/sources/${view.id}`
    case 'destination':
      return `/destinations/${view.code}`
    default:
      return `/${view.kind}`
  }
}

/** Commas stay readable, and an address stays short: they are allowed in a query as they are. */
const written = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',')

const lists = new Set(['id', 'pinned'])

const textOf = (name: string, value: unknown): string => {
  if (!Array.isArray(value)) return String(value)
  return lists.has(name) ? writeIds(value.map(Number)) : joinList(value.map(String))
}

/**
 * The view pinned to an edition, as an address of this site without its host. A page where
 * there is one; a statistic of the API has its address there. Throws 400 where it would be too
 * long to be kept.
 */
export const permalinkPath = ({ view, shown }: Omit<CitedAddress, 'edition'>, edition: number): string => {
  const filter = 'filter' in view ? view.filter : {}
  const how = 'how' in view ? view.how : {}
  const isPage = !view.kind.startsWith('stats/')
  // What a person can read comes first, so that one view has one address.
  const parts = [...Object.entries(filter), ...Object.entries(how), ...Object.entries(shown)]
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => Number(lists.has(a)) - Number(lists.has(b)))
    .map(([name, value]) => `${name}=${written(textOf(name, value))}`)
  const query = [...parts, ...(isPage ? [`edition=${edition}`] : [])].join('&')
  const page = isPage ? pageOf(view) : `/api/editions/${edition}${pageOf(view)}`
  const path = query === '' ? page : `${page}?${query}`
  if (path.length > longestLink) {
    throw invalid({ path: 'A citation lists the records of this view by their numbers, and they are too many for a link. Choose fewer.' })
  }
  return path
}
