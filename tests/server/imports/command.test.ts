import { execFile } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openRegister } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { messyList, plantedFaults } from '#tests/support/messy-list.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'

const command = fileURLToPath(new URL('../../../server/cli/import.ts', import.meta.url))

/** Runs the command as `npm run import` does. */
const run = (dataDir: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], { env: { ...process.env, HABEAS_DATA_DIR: dataDir } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })

const sent = async (text: string): Promise<{ folder: string; file: string; dataDir: string }> => {
  const folder = await temporaryFolder()
  const file = join(folder, 'list.csv')
  await writeFile(file, text)
  return { folder, file, dataDir: join(folder, 'data') }
}

describe('the import command', () => {
  test('reports the faults of a messy list as JSON, and makes nothing, not even a data folder', async () => {
    const { folder, file, dataDir } = await sent(messyList)
    const { code, out } = await run(dataDir, file, '--dry-run', '--json', '--country', 'XV')
    expect(code).toBe(1)
    const report = JSON.parse(out)
    expect(report.findings).toHaveLength(plantedFaults.length)
    expect(report.counts).toMatchObject({ rows: 15, states: { error: 9 } })
    expect(await readdir(folder)).toEqual(['list.csv'])
  })

  test('looks at the register, names who may be known already, and leaves it byte for byte as it was', async () => {
    const { file, dataDir } = await sent('name\nMaria Kolesnikova\n')
    const register = await openRegister(dataDir)
    await seedRegister(register.db)
    await register.close()
    const before = await readFile(join(dataDir, 'register.sqlite'))
    const { code, out } = await run(dataDir, file, '--dry-run')
    expect(code).toBe(1)
    expect(out).toMatch(/Row 2: needs an answer. May be the same person as D-2/)
    expect(out).toContain('Nothing was changed.')
    expect((await readFile(join(dataDir, 'register.sqlite'))).equals(before)).toBe(true)
  })

  test('ends with 0 for a list without faults, 2 for what it cannot use and 3 without --dry-run', async () => {
    const { file, folder, dataDir } = await sent('name,sex\nNobody Inparticular,f\n')
    expect(await run(dataDir, file, '--dry-run')).toMatchObject({ code: 0 })
    expect(await run(dataDir, file, '--dry-run', '--profile', 'None such')).toMatchObject({ code: 2, err: expect.stringContaining('There is no profile called “None such”') })
    expect(await run(dataDir, join(folder, 'not-there.csv'), '--dry-run')).toMatchObject({ code: 2 })
    expect(await run(dataDir, file, '--dry-run', '--kind', 'planets')).toMatchObject({ code: 2 })
    const refused = await run(dataDir, file)
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('open the desk') })
    await writeFile(file, 'name\n"Opened\n')
    expect(await run(dataDir, file, '--dry-run')).toMatchObject({ code: 2, err: expect.stringContaining('opened on line 2 is never closed') })
  })
})
