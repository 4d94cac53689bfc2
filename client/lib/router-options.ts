import { parseSearch, stringifySearch } from './search-params.ts'

/** Addresses a person can read: `?destination=LT,UA`, not JSON. */
export const routerOptions = {
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
} as const
