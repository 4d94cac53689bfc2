import type { Kysely } from 'kysely'
import type { LoggedAct } from '#contract/access-log.ts'
import type { Register } from '../../db/register.ts'

export type AccountEvent = {
  readonly act: LoggedAct
  /** Who did it; null is someone at the machine itself. */
  readonly by: string | null
  /** The account it was done to, where that is another. */
  readonly subject?: string | undefined
  readonly record?: { readonly table: string; readonly id: number } | undefined
  /** What was changed, in words that name nobody. */
  readonly detail?: string | undefined
  /** When it was, where that is not now: ISO 8601 in UTC. */
  readonly at?: string
}

/** Keeps a line of the access log; call it in the transaction of the act where there is one. */
export const keepEvent = async (db: Kysely<Register>, { act, by, subject, record, detail, at }: AccountEvent): Promise<void> => {
  await db
    .insertInto('account_event')
    .values({
      at: at ?? new Date().toISOString(),
      act,
      account_id: by,
      subject_id: subject ?? null,
      record_table: record?.table ?? null,
      record_id: record?.id ?? null,
      detail: detail ?? null,
    })
    .execute()
}
