import { Readable } from 'node:stream'
import type { Request, Response, Router } from 'express'
import { csvText } from '#contract/charts/chart-csv.ts'
import type { AnyEndpoint, QueryOf } from '#contract/endpoint.ts'
import { exportName, sendFile } from '../../http/export/send.ts'
import { parseWith } from '../../http/parse.ts'
import type { Mount } from '../common/mount.ts'

export type Value = string | number | boolean | null
/** One row per cell, columns named once. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  /** What the numbers count by: it goes with every row of a file, wherever the file ends up. */
  readonly rule?: { readonly rule: string; readonly ruleVersion: number }
}

const withRule = ({ columns, rows, rule }: Table): Table =>
  rule === undefined
    ? { columns, rows }
    : { columns: [...columns, 'rule', 'rule_version'], rows: rows.map((row) => [...row, rule.rule, rule.ruleVersion]) }

const plain = (value: Value): string | number | null => (typeof value === 'boolean' ? String(value) : value)

/** Mounts the `.csv` of a table: the numbers of the answer beside it, under the same parameters. */
export const serveTable = <E extends AnyEndpoint>(
  router: Router,
  endpoint: E,
  { guard, about }: Mount,
  find: (query: QueryOf<E>) => Promise<Table>,
): void => {
  const answer = async (request: Request, response: Response): Promise<void> => {
    await guard?.(endpoint, request, response)
    const query = (endpoint.query ? parseWith(endpoint.query, request.query, 'query') : undefined) as QueryOf<E>
    const { columns, rows } = withRule(await find(query))
    const { edition } = await about()
    const text = `\uFEFF${csvText(columns, rows.map((row) => row.map(plain)))}`
    const what = endpoint.path.replace(/^\/stats\/(.*)\.csv$/, '$1')
    await sendFile(request, response, {
      type: 'text/csv; charset=utf-8',
      name: exportName(`stats ${what}`, edition === null ? null : `${edition.number}.${edition.revision}`, 'csv'),
      body: () => Readable.from([text]),
    })
  }
  router.get(endpoint.path, (request, response) => answer(request, response))
}
