import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '#tests/support/test-register.ts'
import { type DeskChild, deskFolder, killNow, signInAt, startDeskChild } from './support/desk-child.ts'
import { holds, nothingYet, sizeOf, storm } from './support/storm.ts'

const megabyte = 1024 * 1024

/** Mounts a small file system of memory at a new folder; null where this machine does not let us. */
const smallDisk = async (megabytes: number): Promise<string | null> => {
  const folder = await temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'habeas-test', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

/** Writes until there is no room, frees some, and writes again: everything acknowledged on the way is kept. */
const expectResumes = async (desk: DeskChild, dataDir: string, free: () => Promise<void>): Promise<void> => {
  const client = await signInAt(desk.address)
  const noted = nothingYet()
  const refused = await storm(client, noted, () => true)
  expect([refused?.status, refused?.body.error.code]).toEqual([507, 'out_of_space'])
  expect((await client.get('/release-events')).status).toBe(200)
  expect(await holds(dataDir, noted)).toEqual({ lost: [], findings: [] })

  const before = sizeOf(noted)
  await free()
  const until = before + 50
  expect(await storm(client, noted, () => sizeOf(noted) < until)).toBeNull()
  await killNow(desk)
  expect(await holds(dataDir, noted)).toEqual({ lost: [], findings: [] })
}

test('a file system without room: writes are refused as such, nothing is half done, and writing goes on when there is room', async ({ skip }) => {
  const disk = await smallDisk(12)
  if (disk === null) {
    skip('mounting a file system needs root')
    return
  }
  const config = await deskFolder({ dataDir: disk })
  await writeFile(join(disk, 'something-else'), Buffer.alloc(6 * megabyte))
  const desk = await startDeskChild(config)
  await expectResumes(desk, disk, () => rm(join(disk, 'something-else')))
})

test('a file that may not grow (a quota, ulimit -f): the same', async () => {
  const config = await deskFolder()
  // In blocks of 512 bytes: the write-ahead log meets it before it is emptied into the file.
  const desk = await startDeskChild(config, 'ulimit -S -f 6000')
  await expectResumes(desk, config.dataDir, async () => {
    execFileSync('prlimit', ['--pid', String(desk.process.pid), '--fsize=unlimited'])
  })
})
