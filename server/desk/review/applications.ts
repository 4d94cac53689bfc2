/*
 * Proposals that are being applied in a process of their own, by this process. After a restart there
 * are none: what was not committed was never begun.
 */

export type Application = { readonly applying: boolean; readonly notApplied: string | null }

const applications = new Map<number, Application>()

const none: Application = { applying: false, notApplied: null }

export const applicationOf = (proposalId: number): Application => applications.get(proposalId) ?? none

export const setApplication = (proposalId: number, application: Application | null): void => {
  if (application === null) applications.delete(proposalId)
  else applications.set(proposalId, application)
}
