import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../components/layout/root-route.tsx'

const getParentRoute = () => rootRoute
const words = () => import('../features/redaction/words.page.tsx')
const history = () => import('../features/history/history.page.tsx')

/** Pages on what became of records: their history, people entered twice, people and words that left the register. */
export const careRoutes = [
  createRoute({ getParentRoute, path: '/release-events/$id/history', component: lazyRouteComponent(history, 'HistoryPage') }),
  createRoute({ getParentRoute, path: '/detainees/$id/history', component: lazyRouteComponent(history, 'HistoryPage') }),
  createRoute({ getParentRoute, path: '/sanctions-actions/$id/history', component: lazyRouteComponent(history, 'HistoryPage') }),
  createRoute({ getParentRoute, path: '/sources/$id/history', component: lazyRouteComponent(history, 'HistoryPage') }),
  createRoute({
    getParentRoute,
    path: '/duplicates',
    component: lazyRouteComponent(() => import('../features/duplicates/duplicates.page.tsx'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/detainees/$id/merge/$other',
    component: lazyRouteComponent(() => import('../features/duplicates/merge.page.tsx'), 'MergePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/detainees/$id/redact',
    component: lazyRouteComponent(() => import('../features/redaction/redact.page.tsx'), 'RedactPage'),
  }),
  createRoute({ getParentRoute, path: '/release-events/$id/take-words', component: lazyRouteComponent(words, 'WordsPage') }),
  createRoute({ getParentRoute, path: '/detainees/$id/take-words', component: lazyRouteComponent(words, 'WordsPage') }),
  createRoute({ getParentRoute, path: '/sanctions-actions/$id/take-words', component: lazyRouteComponent(words, 'WordsPage') }),
  createRoute({ getParentRoute, path: '/sources/$id/take-words', component: lazyRouteComponent(words, 'WordsPage') }),
  createRoute({
    getParentRoute,
    path: '/redactions',
    component: lazyRouteComponent(() => import('../features/redaction/redactions.page.tsx'), 'RedactionsPage'),
  }),
] as const
