import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { careRoutes } from './care-routes.ts'
import { rootRoute } from '../components/layout/root-route.tsx'

const getParentRoute = () => rootRoute

const recordForms = () => import('../features/record-forms/record-form.pages.tsx')

/** The pages that exist at the desk only; each comes when it is opened. */
export const deskRoutes = [
  ...careRoutes,
  createRoute({
    getParentRoute,
    path: '/desk',
    component: lazyRouteComponent(() => import('./home.page.tsx'), 'HomePage'),
  }),
  // Whoever is signed in is sent on by the gate.
  createRoute({ getParentRoute, path: '/first-account', component: () => null }),
  createRoute({ getParentRoute, path: '/invitation', component: () => null }),
  createRoute({ getParentRoute, path: '/password', component: () => null }),
  createRoute({
    getParentRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('../features/account-settings/account.page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/staff',
    component: lazyRouteComponent(() => import('../features/staff/staff.page.tsx'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('../features/staff/settings.page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access-log',
    component: lazyRouteComponent(() => import('../features/access-log/access-log.page.tsx'), 'AccessLogPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/release-events/new',
    component: lazyRouteComponent(() => import('../features/release-event-form/new.page.tsx'), 'NewReleaseEventPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/release-events/$id/correct',
    component: lazyRouteComponent(
      () => import('../features/release-event-form/correct.page.tsx'),
      'CorrectReleaseEventPage',
    ),
  }),
  createRoute({ getParentRoute, path: '/detainees/new', component: lazyRouteComponent(recordForms, 'NewDetaineePage') }),
  createRoute({ getParentRoute, path: '/detainees/$id/correct', component: lazyRouteComponent(recordForms, 'CorrectDetaineePage') }),
  createRoute({
    getParentRoute,
    path: '/detainees/$id/protection',
    component: lazyRouteComponent(() => import('../features/protection/protection.page.tsx'), 'ProtectionPage'),
  }),
  createRoute({ getParentRoute, path: '/sanctions-actions/new', component: lazyRouteComponent(recordForms, 'NewSanctionsActionPage') }),
  createRoute({ getParentRoute, path: '/sanctions-actions/$id/correct', component: lazyRouteComponent(recordForms, 'CorrectSanctionsActionPage') }),
  createRoute({ getParentRoute, path: '/sources/new', component: lazyRouteComponent(recordForms, 'NewSourcePage') }),
  createRoute({ getParentRoute, path: '/sources/$id/correct', component: lazyRouteComponent(recordForms, 'CorrectSourcePage') }),
  createRoute({
    getParentRoute,
    path: '/queues',
    component: lazyRouteComponent(() => import('../features/queues/queues.page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/queues/$name',
    component: lazyRouteComponent(() => import('../features/queues/queue.page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/drafts/$id',
    component: lazyRouteComponent(() => import('./draft.page.tsx'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals',
    component: lazyRouteComponent(() => import('../features/proposals/proposals.page.tsx'), 'ProposalsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals/$id',
    component: lazyRouteComponent(() => import('./proposal-with-publishing.tsx'), 'ProposalWithPublishing'),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals/$id/edit',
    component: lazyRouteComponent(() => import('./edit-proposal.page.tsx'), 'EditProposalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports',
    component: lazyRouteComponent(() => import('../features/imports/imports.page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('../features/imports/import.page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/publish',
    component: lazyRouteComponent(() => import('../features/publishing/publish.page.tsx'), 'PublishPage'),
  }),
] as const
