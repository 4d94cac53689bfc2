import { createRouter } from '@tanstack/react-router'
import { PageFailed } from '../components/layout/page-failed.tsx'
import { rootRoute } from '../components/layout/root-route.tsx'
import { routerOptions } from '../lib/router-options.ts'
import { recordRoutes } from './record-routes.tsx'

export const publicRouter = createRouter({
  ...routerOptions,
  routeTree: rootRoute.addChildren(recordRoutes),
  defaultErrorComponent: PageFailed,
})
