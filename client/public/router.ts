import { type RouterHistory, createRouter } from '@tanstack/react-router'
import { PageFailed } from '../components/layout/page-failed.tsx'
import { rootRoute } from '../components/layout/root-route.tsx'
import { routerOptions } from '../lib/router-options.ts'
import { recordRoutes } from './record-routes.tsx'

/** The routes of the public pages, over the browser's own history or a given one. */
export const makePublicRouter = (history?: RouterHistory, options?: { scrollRestoration: boolean }) =>
  createRouter({
    ...routerOptions,
    routeTree: rootRoute.addChildren(recordRoutes),
    defaultErrorComponent: PageFailed,
    ...(history === undefined ? {} : { history }),
    ...options,
  })
