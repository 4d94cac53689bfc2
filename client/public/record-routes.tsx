import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../components/layout/root-route.tsx'
import { OverviewPage } from '../features/overview/overview.page.tsx'

/*
 * The pages over the records, the same behind both doors. The overview comes with the first
 * load; each other page when it is opened.
 */

const getParentRoute = () => rootRoute

export const recordRoutes = [
  createRoute({ getParentRoute, path: '/', component: OverviewPage }),
  createRoute({
    getParentRoute,
    path: '/analysis',
    component: lazyRouteComponent(() => import('../features/analysis/analysis.page.tsx'), 'AnalysisPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/release-events',
    component: lazyRouteComponent(() => import('../features/release-events/release-events.page.tsx'), 'ReleaseEventsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/release-events/$id',
    component: lazyRouteComponent(() => import('../features/release-events/release-event.page.tsx'), 'ReleaseEventPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/detainees',
    component: lazyRouteComponent(() => import('../features/detainees/detainees.page.tsx'), 'DetaineesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/detainees/$id',
    component: lazyRouteComponent(() => import('../features/detainees/detainee.page.tsx'), 'DetaineePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/destinations',
    component: lazyRouteComponent(() => import('../features/destinations/destinations.page.tsx'), 'DestinationsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/destinations/$code',
    component: lazyRouteComponent(() => import('../features/destinations/destination.page.tsx'), 'DestinationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sanctions-actions',
    component: lazyRouteComponent(
      () => import('../features/sanctions-actions/sanctions-actions.page.tsx'),
      'SanctionsActionsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/sanctions-actions/$id',
    component: lazyRouteComponent(
      () => import('../features/sanctions-actions/sanctions-action.page.tsx'),
      'SanctionsActionPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/sources',
    component: lazyRouteComponent(() => import('../features/sources/sources.page.tsx'), 'SourcesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sources/$id',
    component: lazyRouteComponent(() => import('../features/sources/source.page.tsx'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/methods',
    component: lazyRouteComponent(() => import('../features/methods/methods.page.tsx'), 'MethodsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/search',
    component: lazyRouteComponent(() => import('../features/search/search.page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/editions',
    component: lazyRouteComponent(() => import('../features/editions/editions.page.tsx'), 'EditionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/editions/compare',
    component: lazyRouteComponent(() => import('../features/editions/compare.page.tsx'), 'ComparePage'),
  }),
] as const
