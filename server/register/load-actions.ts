import type { ReleaseSanction, SanctionsAction, SanctionsActionCorrection } from '#seed/batch.ts'
import type { Collector } from './load-collector.ts'
import { dateColumns } from './load-dates.ts'

/** Actions in the order given: one that refers to another comes after it. */
export const addSanctionsActions = ({ add, cite, keys, touch }: Collector, actions: readonly SanctionsAction[]): void => {
  for (const action of actions) {
    const id = add('sanctions_action', {
      authority: action.authority,
      agency: action.agency,
      action: action.action,
      target: action.target,
      commodity: action.commodity,
      instrument: action.instrument,
      ...dateColumns('announced', action.announced),
      ...dateColumns('issued', action.issued),
      ...dateColumns('effective', action.effective),
      ...dateColumns('expires', action.expires),
      conditions: action.conditions,
      status: action.status,
      refers_to: action.refersTo === null ? null : keys.find('sanctionsActions', action.refersTo),
    })
    keys.name('sanctionsActions', action.key, id)
    touch('sanctions_action', id)
    cite('sanctions_action', id, action.evidence)
  }
}

/** Says of actions of the register which other one each refers to; the other may be of this batch. */
export const correctSanctionsActions = (
  { change, cite, keys, touch }: Collector,
  corrections: readonly SanctionsActionCorrection[],
): void => {
  for (const { corrects, refersTo, evidence } of corrections) {
    const id = keys.find('sanctionsActions', corrects)
    change('sanctions_action', id, { refers_to: keys.find('sanctionsActions', refersTo) })
    touch('sanctions_action', id)
    cite('sanctions_action', id, evidence)
  }
}

/** Links between releases and sanctions actions, as a source words them. */
export const addReleaseSanctions = ({ add, cite, keys, touch }: Collector, links: readonly ReleaseSanction[]): void => {
  for (const { releaseEvent, sanctionsAction, relation, saidBy, evidence } of links) {
    const release_event_id = keys.find('releaseEvents', releaseEvent)
    const sanctions_action_id = keys.find('sanctionsActions', sanctionsAction)
    const id = add('release_sanction', { release_event_id, sanctions_action_id, relation, said_by: saidBy })
    cite('release_sanction', id, evidence)
    touch('release_event', release_event_id)
    touch('sanctions_action', sanctions_action_id)
  }
}
