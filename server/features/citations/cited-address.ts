import { joinList } from '#contract/common.ts'
import type { CitedAddress, CitedView } from './cited-view.ts'

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

const textOf = (value: unknown): string => (Array.isArray(value) ? joinList(value.map(String)) : String(value))

/**
 * The view pinned to an edition, as an address of this site without its host. A page where
 * there is one; a statistic has its address in the API.
 */
export const permalinkPath = ({ view, shown }: Omit<CitedAddress, 'edition'>, edition: number): string => {
  const filter = 'filter' in view ? view.filter : {}
  const isPage = view.kind !== 'stats/releases'
  const parts = [...Object.entries(filter), ...Object.entries(shown)]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${written(textOf(value))}`)
  const query = [...parts, ...(isPage ? [`edition=${edition}`] : [])].join('&')
  const page = isPage ? pageOf(view) : `/api/editions/${edition}${pageOf(view)}`
  return query === '' ? page : `${page}?${query}`
}
