import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { SourceFilter } from '#contract/sources.ts'
import type { Search } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { certaintySql, dateSql } from '../common/dates.ts'
import { isListed } from '../common/listed.ts'

/*
 * One condition for the list, its counts and the exports.
 */

export const matchesSources =
  (filter: SourceFilter, search: Search) =>
  (eb: ExpressionBuilder<Records, 'source'>): Expression<SqlBool> =>
    eb.and([
      ...(filter.id === undefined ? [] : [isListed('source.id', filter.id)]),
      ...(filter.q === undefined ? [] : [search('source', filter.q)]),
    ])

/** No range is asked of sources: those with a day of publication are certain. */
export const certainty = certaintySql(dateSql('source', 'published'), {})
