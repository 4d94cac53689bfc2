import { createRouter } from '@tanstack/react-router'
import { PageFailed } from '../components/layout/page-failed.tsx'
import { rootRoute } from '../components/layout/root-route.tsx'
import { routerOptions } from '../lib/router-options.ts'
import { recordRoutes } from '../public/record-routes.tsx'

/** The public pages over the register. */
export const deskRouter = createRouter({
  ...routerOptions,
  routeTree: rootRoute.addChildren([...recordRoutes]),
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  // The desk's routes hold those of both doors, so links are checked against them everywhere.
  interface Register {
    router: typeof deskRouter
  }
}
