import type { StatedDate } from '#contract/dates/stated-date.ts'
import { type SanctionsActionRow, sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { DateBasis } from '../../db/records.ts'
import { dateColumns, dateOf, notStatedDate } from '../common/dates.ts'

export const actionColumns = [
  'sanctions_action.id',
  'sanctions_action.authority',
  'sanctions_action.agency',
  'sanctions_action.action',
  'sanctions_action.target',
  'sanctions_action.commodity',
  'sanctions_action.instrument',
  'sanctions_action.conditions',
  'sanctions_action.status',
  'sanctions_action.refers_to',
  ...dateColumns('sanctions_action', 'announced'),
  ...dateColumns('sanctions_action', 'issued'),
  ...dateColumns('sanctions_action', 'effective'),
  ...dateColumns('sanctions_action', 'expires'),
] as const

type DateCells<Name extends string> = Readonly<
  Record<`${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`, string | null> & Record<`${Name}_basis`, DateBasis>
>

type ActionCells = DateCells<'announced'> &
  DateCells<'issued'> &
  DateCells<'effective'> &
  DateCells<'expires'> & {
    readonly id: number
    readonly authority: string
    readonly agency: string | null
    readonly action: string
    readonly target: string | null
    readonly commodity: string | null
    readonly instrument: string | null
    readonly conditions: string | null
    readonly status: string
    readonly refers_to: number | null
  }

type Action = Omit<SanctionsActionRow, 'date' | 'certainty' | 'linkedEvents'>

/** What a list and a page both say of an action. */
export const actionOf = (row: ActionCells): Action => ({
  id: row.id,
  ref: `S-${row.id}`,
  title: sanctionsActionTitle(row),
  authority: row.authority as Action['authority'],
  agency: row.agency,
  action: row.action as Action['action'],
  target: row.target,
  commodity: row.commodity,
  instrument: row.instrument,
  announced: dateOf(row, 'announced'),
  issued: dateOf(row, 'issued'),
  effective: dateOf(row, 'effective'),
  expires: dateOf(row, 'expires'),
  conditions: row.conditions,
  status: row.status as Action['status'],
  refersTo: row.refers_to,
})

const hasDay = (date: StatedDate): boolean => date.earliest !== null || date.latest !== null

/** Effective, else issued, else announced: the first that has a day. The same as `actionDate` in SQL. */
export const dateOfAction = ({ effective, issued, announced }: Action): StatedDate =>
  [effective, issued, announced].find(hasDay) ??
  [effective, issued, announced].find(({ basis }) => basis !== 'not_stated') ??
  notStatedDate
