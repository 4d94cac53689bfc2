import { queryText } from '#client/lib/call.ts'
import type { SearchText } from '#client/lib/search-params.ts'

/**
 * The address of what a page shows: the parts of its link that are used, in the edition the link
 * is pinned to. What the page left out of a bad link is not cited.
 */
export const citedPath = (page: string, kept: SearchText, pinned: string | null): string =>
  `${page}${queryText({ ...kept, edition: pinned ?? undefined })}`
