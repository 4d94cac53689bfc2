import type { AnyEndpoint } from './endpoint.ts'
import { citeView } from './cite.ts'
import { compareEditions } from './compare.ts'
import { getDestination, listDestinations } from './destinations.ts'
import { getDetainee, listDetainees } from './detainees.ts'
import { getMount, listEditions } from './editions.ts'
import {
  downloadDetainees,
  downloadEdition,
  downloadEditionFile,
  downloadReleaseEvents,
  getDestinationExports,
  getDetaineeExports,
  getEditionExports,
  getReleaseEventExports,
  getSanctionsActionExports,
  getSourceExports,
} from './exports.ts'
import { getDetaineeFacets } from './detainee-facets.ts'
import { getReleaseEventFacets } from './facets.ts'
import { getHealth, getReady } from './health.ts'
import { getReleaseEvent, listReleaseEvents } from './release-events.ts'
import { getSanctionsAction, listSanctionsActions } from './sanctions-actions.ts'
import { search } from './search.ts'
import { getSource, listSources } from './sources.ts'
import { downloadPivot, getPivot } from './pivot.ts'
import { downloadHeld, getHeld } from './stats-held.ts'
import { getLimits } from './stats-limits.ts'
import { downloadLinks, getLinks } from './stats-links.ts'
import { downloadNamedAndUnnamed, getNamedAndUnnamed } from './stats-named.ts'
import { downloadPeopleStats, getPeopleStats } from './stats-people.ts'
import { downloadCumulative, downloadFlows, getCumulative, getFlows } from './stats-series.ts'
import { downloadReleaseStats, getOverview, getReleaseStats } from './stats.ts'

/** Every endpoint that the public door answers: it holds no schema of the desk. */
export const publicEndpoints: readonly AnyEndpoint[] = [
  getOverview,
  getReleaseStats,
  downloadReleaseStats,
  getPivot,
  downloadPivot,
  getCumulative,
  downloadCumulative,
  getFlows,
  downloadFlows,
  getNamedAndUnnamed,
  downloadNamedAndUnnamed,
  getLinks,
  downloadLinks,
  getPeopleStats,
  downloadPeopleStats,
  getHeld,
  downloadHeld,
  getLimits,
  listReleaseEvents,
  getReleaseEvent,
  getReleaseEventFacets,
  listDetainees,
  getDetainee,
  getDetaineeFacets,
  listDestinations,
  getDestination,
  listSanctionsActions,
  getSanctionsAction,
  listSources,
  getSource,
  getReleaseEventExports,
  getDetaineeExports,
  getDestinationExports,
  getSanctionsActionExports,
  getSourceExports,
  getEditionExports,
  downloadReleaseEvents,
  downloadDetainees,
  downloadEdition,
  downloadEditionFile,
  search,
  getMount,
  listEditions,
  compareEditions,
  citeView,
  getHealth,
  getReady,
]
