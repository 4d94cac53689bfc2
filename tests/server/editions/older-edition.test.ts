import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { editionRecords } from '#server/db/indexed-search.ts'
import { hashFile, makeEdition } from '#server/editions/make-edition.ts'
import { openEdition } from '#server/editions/open-edition.ts'
import { findSanctionsAction } from '#server/features/sanctions-actions/sanctions-action.queries.ts'
import { findSanctionsActions } from '#server/features/sanctions-actions/sanctions-actions.queries.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { temporaryFolder } from '../../support/test-register.ts'

/** The columns that editions of the first version did not have. */
const later = ['expires_basis', 'expires_edtf', 'expires_earliest', 'expires_latest', 'conditions']

test('an edition published before the register kept expiry dates still answers, says not stated, and stays as it was', async () => {
  const folder = await temporaryFolder()
  const register = await openRegister(folder)
  onTestFinished(() => register.close())
  await seedRegister(register.db)
  const path = join(folder, 'edition.sqlite')
  await makeEdition(registerFile(folder), path, { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' })
  const older = new Database(path)
  for (const column of later) older.exec(`ALTER TABLE sanctions_action DROP COLUMN ${column}`)
  older.close()
  const hash = await hashFile(path)

  const edition = openEdition(path)
  onTestFinished(() => edition.close())
  const action = await findSanctionsAction(edition.db, 1)
  expect(action).toMatchObject({ conditions: null, expires: { edtf: null, basis: 'not_stated' } })
  const list = await findSanctionsActions(editionRecords(edition.db), { sort: '-date', limit: 50 })
  expect(list.page.total).toBe(12)
  expect(() => edition.raw.exec('DELETE FROM main.sanctions_action')).toThrow(/readonly/)
  expect(await hashFile(path)).toBe(hash)
})
