import { createRouter } from '@tanstack/react-router'
import { PageFailed } from '../components/layout/page-failed.tsx'
import { rootRoute } from '../components/layout/root-route.tsx'
import { routerOptions } from '../lib/router-options.ts'
import { recordRoutes } from '../public/record-routes.tsx'
import { deskRoutes } from './desk-routes.ts'

/** The public pages over the register, and the pages of those who keep it. */
export const deskRouter = createRouter({
  ...routerOptions,
  routeTree: rootRoute.addChildren([...recordRoutes, ...deskRoutes]),
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  // The desk's routes hold those of both doors, so links are checked against them everywhere.
  interface Register {
    router: typeof deskRouter
  }
}
