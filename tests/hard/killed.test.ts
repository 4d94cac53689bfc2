import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Register } from '#server/db/register.ts'
import { openForPublishing } from '#server/db/sqlite.ts'
import { EditionShelf } from '#server/editions/edition-shelf.ts'
import { hashFile } from '#server/editions/edition-file.ts'
import { found } from '#server/http/errors.ts'
import { registerFile } from '#server/register/open.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { deskFolder, killNow, signInAt, startDeskChild } from './support/desk-child.ts'
import { holds, nothingYet, sizeOf, storm } from './support/storm.ts'

const rounds = 10
const writesInAll = 4000

test('killed in the middle of writing, ten times, the desk loses nothing that it acknowledged', async () => {
  const config = await deskFolder()
  const noted = nothingYet()
  const opened: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const desk = await startDeskChild(config)
    opened.push(desk.msToOpen)
    const client = await signInAt(desk.address)
    let stopped = false
    const writing = storm(client, noted, () => !stopped)
    while (sizeOf(noted) < (writesInAll / rounds) * round) await setTimeout(5)
    // Somewhere within a write: not always at the same place of it.
    await setTimeout(Math.random() * 30)
    await killNow(desk)
    stopped = true
    await writing
    expect(await holds(config.dataDir, noted), `round ${round}`).toEqual({ lost: [], findings: [] })
  }
  expect(sizeOf(noted)).toBeGreaterThanOrEqual(writesInAll)
  expect(Math.max(...opened)).toBeLessThan(2000)
})

test('killed while it publishes, ten times, nothing half written is served', async () => {
  const config = await deskFolder({ seeded: true })
  for (let round = 1; round <= rounds; round += 1) {
    const desk = await startDeskChild(config)
    const client = await signInAt(desk.address)
    const publishing = client.post('/publish', { note: `Round ${round}`, confirmed: true }).catch(() => null)
    // A publication of the seed takes about 600 ms: each round is killed a little later than the last.
    await setTimeout(round * 90)
    await killNow(desk)
    await publishing
    const shelf = new EditionShelf(config.editionsDir)
    await shelf.refresh()
    for (const { number, sha256 } of shelf.editions) {
      const { path, file } = found(shelf.byNumber(number), 'edition')
      expect(await hashFile(path)).toBe(sha256)
      expect((await file.db.selectFrom('release_event').select('id').execute()).length).toBeGreaterThan(20)
    }
    await shelf.close()
  }
  const desk = await startDeskChild(config)
  const published = await (await signInAt(desk.address)).post('/publish', { note: 'In peace', confirmed: true })
  expect(published.status).toBe(201)
  const register = openForPublishing<Register>(registerFile(config.dataDir))
  expect((await verifyRegister(register.raw, config)).findings).toEqual([])
  await register.close()
})
