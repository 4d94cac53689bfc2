import type { Kysely } from 'kysely'
import { LoggedAct, type listAccessEvents } from '#contract/access-log.ts'
import type { QueryOf, ResponseOf } from '#contract/endpoint.ts'
import type { Register } from '../../db/register.ts'
import { after, newestFirst, orderBy, pageFrom } from '../../features/common/cursor.ts'

const sort = newestFirst('account_event.id')

const person = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

/** Lines of the access log under a filter, the newest first. */
export const findAccessEvents = async (
  db: Kysely<Register>,
  { act, account, limit, cursor }: QueryOf<typeof listAccessEvents>,
): Promise<ResponseOf<typeof listAccessEvents>> => {
  const chosen = db
    .selectFrom('account_event')
    .$if(act !== undefined, (query) => query.where('act', '=', act ?? ''))
    .$if(account !== undefined, (query) =>
      query.where((eb) => eb.or([eb('account_id', '=', account ?? ''), eb('subject_id', '=', account ?? '')])),
    )
  const { total } = await chosen.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await chosen
    .leftJoin('account_user as doer', 'doer.id', 'account_event.account_id')
    .leftJoin('account_user as other', 'other.id', 'account_event.subject_id')
    .$if(cursor !== undefined, (query) => query.where(after(sort, cursor ?? '')))
    .select(['account_event.id', 'at', 'act', 'account_id', 'subject_id', 'record_table', 'record_id', 'detail'])
    .select(['doer.name as doer', 'other.name as other'])
    .orderBy(orderBy(sort))
    .limit(limit + 1)
    .execute()
  const { rows: shown, next } = pageFrom(rows, limit, sort, (row) => ({ key: row.id, id: row.id }))
  return {
    data: shown.map((row) => ({
      id: row.id,
      at: row.at,
      act: LoggedAct.parse(row.act),
      by: person(row.account_id, row.doer),
      subject: person(row.subject_id, row.other),
      record: row.record_table === null || row.record_id === null ? null : { table: row.record_table, id: row.record_id },
      detail: row.detail,
    })),
    page: { total: Number(total), next },
    accounts: await db.selectFrom('account_user').select(['id', 'name']).orderBy('name').execute(),
  }
}
