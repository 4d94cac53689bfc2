import { statedDate } from '#contract/dates/stated-date.ts'
import type { ReleaseSanction, SanctionsAction } from './batch.ts'
import type { Evidence } from './evidence.ts'
import { evidenceOf, notStated } from './parts.ts'
import type { ReportedAction } from './public-reports-file.ts'

/** A sanctions action as reported: dated by its announcement where it is no more than that, else by its issue. */
export const actionOf = (action: ReportedAction): SanctionsAction => {
  const dated = action.action === 'announced_only' ? 'announced' : 'issued'
  const said = (field: SanctionsAction['evidence'][number]['field'], asserts: string | undefined): Evidence<typeof field>[] =>
    asserts === undefined ? [] : [evidenceOf(action.source, field, { asserts })]
  return {
    key: action.key,
    authority: action.authority,
    agency: action.agency ?? null,
    action: action.action,
    target: action.target ?? null,
    commodity: action.commodity ?? null,
    instrument: action.instrument ?? null,
    announced: notStated,
    issued: notStated,
    [dated]: statedDate(action.date, 'stated'),
    effective: notStated,
    expires: notStated,
    conditions: null,
    status: 'not_stated',
    refersTo: action.refers_to ?? null,
    evidence: [
      ...said('authority', action.authority),
      ...said('agency', action.agency),
      ...said('action', action.action),
      ...said('target', action.target),
      ...said('commodity', action.commodity),
      ...said('instrument', action.instrument),
      ...said(dated, action.date),
      ...(action.refers_to === undefined ? [] : [evidenceOf(action.source, 'refersTo')]),
    ],
  }
}

/** The link a report makes between an action and a release, if it makes one. */
export const linkOf = (action: ReportedAction, eventKeyOf: (reported: string) => string): readonly ReleaseSanction[] => {
  const { linked_release: release, relation } = action
  if (release === undefined || relation === undefined) return []
  return [
    {
      releaseEvent: eventKeyOf(release),
      sanctionsAction: action.key,
      relation,
      saidBy: null,
      evidence: [evidenceOf(action.source, 'relation', { asserts: relation })],
    },
  ]
}
