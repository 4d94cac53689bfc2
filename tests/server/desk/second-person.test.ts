import { expect, test } from 'vitest'
import { openDesk } from './support/open-desk.ts'
import { propose } from './support/release.ts'

/*
 * That nobody approves their own work where a second person must is held by the database itself:
 * these writes go around every page and route.
 */

test('the database refuses an author’s own approval once a second person must approve', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor', 'reviewer')
  const other = await desk.signIn('Rita Reviewer', 'reviewer')
  const { db } = desk.register
  const { id } = (await propose(author)).body
  const changeset = await db
    .insertInto('changeset')
    .values({ kind: 'seed', author: 'A test', reason: 'To approve with', made_at: '2026-01-01T00:00:00Z' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const idOf = async (client: typeof author) => (await client.get('/session')).body.account.id
  const approve = (by: string) =>
    db
      .updateTable('proposal')
      .set({ state: 'approved', decided_by: by, decided_at: '2026-01-01T00:00:00Z', changeset_id: changeset.id })
      .where('id', '=', id)
      .execute()
  await db.insertInto('setting').values({ name: 'second_person_must_approve', value: 'true' }).execute()

  await expect(approve(await idOf(author))).rejects.toThrow('a second person must approve')
  const adoption = db.updateTable('proposal').set({ author_id: await idOf(other) }).where('id', '=', id).execute()
  await expect(adoption).rejects.toThrow('a proposal stays with its author')
  await approve(await idOf(other))
  expect(await db.selectFrom('proposal').select('state').where('id', '=', id).executeTakeFirst()).toEqual({ state: 'approved' })
})
