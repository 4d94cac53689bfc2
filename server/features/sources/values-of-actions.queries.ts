import type { Kysely } from 'kysely'
import { actionLabels, actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { type HeldRow, labelled } from './held-values.ts'

/** Title of each action, by id. */
const findTitles = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, string>> => {
  const rows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', ids)
    .select(['id', 'authority', 'action', 'target', 'commodity'])
    .execute()
  return new Map(rows.map((row) => [row.id, sanctionsActionTitle(row)]))
}

export const findActionsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', ids)
    .select([
      'id',
      'authority',
      'agency',
      'action',
      'target',
      'commodity',
      'instrument',
      'status',
      'refers_to',
      ...dateColumns('sanctions_action', 'announced'),
      ...dateColumns('sanctions_action', 'issued'),
      ...dateColumns('sanctions_action', 'effective'),
      ...dateColumns('sanctions_action', 'expires'),
      'conditions',
    ])
    .execute()
  const titles = await findTitles(db, rows.flatMap((row) => (row.refers_to === null ? [] : [row.refers_to])))
  return rows.map((row) => ({
    id: row.id,
    record: { kind: 'sanctions_action', id: row.id, title: sanctionsActionTitle(row) },
    values: {
      authority: labelled(authorityLabels, row.authority),
      agency: row.agency,
      action: labelled(actionLabels, row.action),
      target: row.target,
      commodity: row.commodity,
      instrument: row.instrument,
      announced: formatStatedDate(dateOf(row, 'announced')),
      issued: formatStatedDate(dateOf(row, 'issued')),
      effective: formatStatedDate(dateOf(row, 'effective')),
      expires: formatStatedDate(dateOf(row, 'expires')),
      conditions: row.conditions,
      status: labelled(actionStatusLabels, row.status),
      refersTo: row.refers_to === null ? null : `S-${row.refers_to}, ${titles.get(row.refers_to) ?? ''}`,
    },
  }))
}

export const findPlacesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db.selectFrom('destination').where('id', 'in', ids).select(['id', 'code']).execute()
  return rows.map(({ id, code }) => ({
    id,
    record: { kind: 'destination', id: code, title: countryName(code) },
    values: { code: countryName(code) },
  }))
}
