import { expect, test } from 'vitest'
import { exportFormats } from '#contract/exports.ts'
import { allEndpoints } from '#contract/registry.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { type Desk, openDesk } from './support/open-desk.ts'

/*
 * The desk over a large register: lists and statistics are answered by readers, to whom the desk would
 * answer them itself, and to nobody else.
 */

const paths = allEndpoints
  .filter(({ on }) => on === 'records')
  .flatMap(({ path, exports: files }) => [path, ...(files ? exportFormats.map((format) => `${path}.${format}`) : [])])
  .map((path) => path.replace(':id', '1').replace(':code', 'LT'))
  .map((path) => (path === '/search' ? `${path}?q=al` : path))

/** So many bytes that the register counts as large, and nothing else. */
const enlarge = ({ register: { raw } }: Desk): void => {
  raw.exec('CREATE TABLE padding (bytes BLOB) STRICT; INSERT INTO padding VALUES (zeroblob(65000000))')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

test('a large register is read by readers: every answer is the same, for the same people', { timeout: 120_000 }, async () => {
  const desk = await openDesk({ seeded: true, withReaders: true })
  const reviewer = await desk.signIn('Reviewer', 'reviewer')
  const administrator = await desk.signIn('Administrator', 'admin')
  const askAll = async () => {
    const all = []
    for (const path of paths) {
      const { status, headers, body } = await reviewer.get(path)
      const kept = [...headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-disposition'].includes(name))
      // A sheet says on which day it was taken, and a package of one second is not that of the next.
      all.push({ path, status, headers: kept, body: path.includes('.xlsx') ? null : body })
    }
    return all
  }
  const refusals = async () => {
    const statuses = []
    for (const client of [desk.stranger, administrator]) for (const path of paths) statuses.push([path, (await client.get(path)).status])
    return statuses
  }
  const [answers, refused] = [await askAll(), await refusals()]
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  enlarge(desk)
  expect(await askAll()).toEqual(answers)
  expect(await refusals()).toEqual(refused)
})

test('what was entered a moment ago is in the next list that a reader gives', { timeout: 60_000 }, async () => {
  const desk = await openDesk({ withReaders: true })
  enlarge(desk)
  const reviewer = await desk.signIn('Reviewer', 'reviewer')
  const totalOf = async () => (await reviewer.get('/sources')).body.page.total
  expect(await totalOf()).toBe(0)
  await desk.register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'new', author: 'A contributor', reason: 'For a test' }, (open) => open.insertInto('source').values({ title: 'A report' }).execute()),
  )
  expect(await totalOf()).toBe(1)
})
