import { createCapture, getCapture, getSuggestions } from './captures.ts'
import { listAccessEvents } from './access-log.ts'
import { acceptInvitation, createFirstAccount, getSession, giveSecondFactor, setPasswordByLink, signIn, signOut } from './accounts.ts'
import { citeView } from './cite.ts'
import { compareEditions } from './compare.ts'
import { changeDeskFact, createDeskFact, listDeskFacts, removeDeskFact } from './desk-facts.ts'
import { getDestination, listDestinations } from './destinations.ts'
import { getDetainee, listDetainees } from './detainees.ts'
import { getMount, listEditions } from './editions.ts'
import { addVerdict, findCandidates, listDuplicates, listVerdicts } from './duplicates.ts'
import type { AnyEndpoint } from './endpoint.ts'
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
import { createDraft, discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts'
import { getDeskHealth, getDeskReady, getHealth, getReady } from './health.ts'
import { getDetaineeHistory, getEventHistory, getHistory, getSanctionsActionHistory, getSourceHistory } from './history.ts'
import { listImportProfiles, saveImportProfile } from './import-profiles.ts'
import {
  answerImportRows,
  checkImport,
  discardImport,
  downloadImportReport,
  getImport,
  listImportRows,
  listImports,
  reopenImport,
  setImport,
  setImportRow,
  stopImport,
  submitImport,
  uploadImport,
} from './imports.ts'
import {
  beginSecondFactor,
  changePassword,
  confirmIdentity,
  endOwnSession,
  finishSecondFactor,
  listOwnSessions,
  makeRecoveryCodes,
  removeSecondFactor,
  signOutEverywhere,
} from './own-account.ts'
import {
  commentOnProposal,
  createProposal,
  getProposal,
  listProposals,
  previewProposal,
  reviewProposal,
  updateProposal,
  withdrawProposal,
} from './proposals.ts'
import { compareForMerge } from './merge.ts'
import { previewPublication, publishEdition } from './publishing.ts'
import { getDetaineeWrite, getReleaseEventWrite, getSanctionsActionWrite, getSourceWrite } from './record-writes.ts'
import { listDetaineeTexts, listRedactions, listReleaseEventTexts, listSanctionsActionTexts, listSourceTexts, previewRedaction, previewWords } from './redaction.ts'
import { getQueue, listQueues } from './queues.ts'
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
import {
  changeSettings,
  getSettings,
  invite,
  letIn,
  listStaff,
  resetSecondFactor,
  makePasswordLink,
  setRoles,
  shutOut,
  withdrawInvitation,
} from './staff.ts'
import { getUpkeep, verifyNow } from './upkeep.ts'
import { getVisibility, setVisibility } from './visibility.ts'

/** Every endpoint of the contract: what OpenAPI documents and what the access tests walk through. */
export const allEndpoints: readonly AnyEndpoint[] = [
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
  getDeskHealth,
  getDeskReady,
  getSession,
  createFirstAccount,
  acceptInvitation,
  setPasswordByLink,
  signIn,
  giveSecondFactor,
  signOut,
  confirmIdentity,
  listOwnSessions,
  endOwnSession,
  signOutEverywhere,
  changePassword,
  beginSecondFactor,
  finishSecondFactor,
  removeSecondFactor,
  makeRecoveryCodes,
  listStaff,
  invite,
  withdrawInvitation,
  setRoles,
  shutOut,
  letIn,
  resetSecondFactor,
  makePasswordLink,
  getSettings,
  changeSettings,
  listAccessEvents,
  getReleaseEventWrite,
  getDetaineeWrite,
  getSanctionsActionWrite,
  getSourceWrite,
  listProposals,
  createProposal,
  previewProposal,
  commentOnProposal,
  getProposal,
  updateProposal,
  withdrawProposal,
  reviewProposal,
  createCapture,
  getCapture,
  getSuggestions,
  listQueues,
  getQueue,
  listDrafts,
  createDraft,
  getDraft,
  saveDraft,
  discardDraft,
  listImports,
  uploadImport,
  getImport,
  setImport,
  listImportRows,
  setImportRow,
  answerImportRows,
  checkImport,
  submitImport,
  reopenImport,
  stopImport,
  discardImport,
  downloadImportReport,
  listImportProfiles,
  saveImportProfile,
  previewPublication,
  publishEdition,
  getEventHistory,
  getDetaineeHistory,
  getSanctionsActionHistory,
  getSourceHistory,
  getHistory,
  findCandidates,
  listDuplicates,
  addVerdict,
  listVerdicts,
  compareForMerge,
  previewRedaction,
  previewWords,
  listDetaineeTexts,
  listReleaseEventTexts,
  listSanctionsActionTexts,
  listSourceTexts,
  listRedactions,
  getVisibility,
  setVisibility,
  listDeskFacts,
  createDeskFact,
  changeDeskFact,
  removeDeskFact,
  getUpkeep,
  verifyNow,
]
