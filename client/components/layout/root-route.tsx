import { createRootRoute, retainSearchParams } from '@tanstack/react-router'
import type { SearchText } from '#client/lib/search-params.ts'
import { NotFound } from '../states/not-found.tsx'
import { PageFailed } from './page-failed.tsx'
import { AppShell } from './app-shell.tsx'

/**
 * The root of both doors' routes. A search is plain text here; each page reads it by a schema
 * of the contract (`usePageSearch`). A pinned edition stays pinned from page to page.
 */
export const rootRoute = createRootRoute({
  component: AppShell,
  notFoundComponent: () => <NotFound />,
  errorComponent: PageFailed,
  validateSearch: (search: Record<string, unknown>): SearchText => search as SearchText,
  search: { middlewares: [retainSearchParams(['edition'])] },
})
