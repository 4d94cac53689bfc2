import type { Kysely } from 'kysely'
import { sourceWarnings } from '#contract/source-warnings.ts'
import type { SourceRecordWrite } from '#contract/source-record-write.ts'
import type { Register } from '../../db/register.ts'

/** What a reviewer should look at twice in a source: one of the same address may be the same. */
export const findSourceWarnings = async (
  db: Kysely<Register>,
  body: SourceRecordWrite,
  id: number | null,
  today: string,
): Promise<string[]> => {
  const same =
    body.url === null
      ? []
      : await db
          .selectFrom('source')
          .where('url', '=', body.url)
          .where('id', '<>', id ?? 0)
          .select('id')
          .orderBy('id')
          .limit(3)
          .execute()
  return [...sourceWarnings(body, today), ...same.map((row) => `SRC-${row.id} has the same address. A source is entered once.`)]
}
