import { createRootRoute, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/theme.css'
import { App } from '../components/layout/app.tsx'
import { PageFailed } from '../components/layout/page-failed.tsx'
import type { Door } from '../lib/door.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { routerOptions } from '../lib/router-options.ts'
import type { SearchText } from '../lib/search-params.ts'
import { EmbedPage } from './embed.page.tsx'
import { NoChart } from './no-chart.tsx'

/*
 * A single chart for other people's pages: one route, nothing around it. The reader's choice of
 * colours is the machine's: inside another page there is no switch for it.
 */

const door: Door = { name: 'public', links: [], isEmbedded: true }

const rootRoute = createRootRoute({
  notFoundComponent: NoChart,
  errorComponent: PageFailed,
  validateSearch: (search: Record<string, unknown>): SearchText => search as SearchText,
  search: { middlewares: [retainSearchParams(['edition'])] },
})
const chartRoute = createRoute({ getParentRoute: () => rootRoute, path: '/embed/$chart', component: EmbedPage })
const router = createRouter({ ...routerOptions, routeTree: rootRoute.addChildren([chartRoute]), defaultErrorComponent: PageFailed })

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <App door={door} router={router} queries={makeQueryClient()} />
  </StrictMode>,
)
