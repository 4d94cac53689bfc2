import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listVisibility } from '#server/register/list-visibility.ts'
import { readRedactedIds } from '#server/register/redacted-ids.ts'
import { seededRegister, temporaryFolder, write } from '../../support/test-register.ts'

test('who is withheld stands on the list outside the backups, and who is shown again too, each change once', async () => {
  const register = await seededRegister()
  const file = join(await temporaryFolder(), 'redacted-ids.jsonl')
  const show = (visibility: 'public' | 'name_withheld' | 'withheld') =>
    write(register, (db) => db.updateTable('detainee').set({ visibility }).where('id', '=', 2).execute())
  const listed = async () => (await readRedactedIds(file)).map((act) => (act.act === 'visibility' ? [act.id, act.visibility] : [act.id]))
  await listVisibility(register.db, file)
  expect(await listed()).toEqual([])
  await show('withheld')
  await listVisibility(register.db, file)
  await listVisibility(register.db, file)
  await show('name_withheld')
  await listVisibility(register.db, file)
  await show('public')
  await listVisibility(register.db, file)
  await listVisibility(register.db, file)
  expect(await listed()).toEqual([[2, 'withheld'], [2, 'name_withheld'], [2, 'public']])
})
