import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openRegister } from '#server/register/open.ts'
import { startHabeas } from '../support/start-habeas.ts'
import { temporaryFolder } from '../support/test-register.ts'

/*
 * How the program starts, refuses to start, and stops: by its exit code and what it says.
 */

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

type End = { readonly code: number | null; readonly said: string }

const runToTheEnd = (settings: Record<string, string>): Promise<End> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: '0', DESK_PORT: '0', HOST: '', DESK_HOST: '', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk.toString('utf8')
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    // Ended, and all it said is read.
    child.once('close', (code) => resolve({ code, said }))
  })

const refusal = async (settings: Record<string, string>): Promise<string> => {
  const { code, said } = await runToTheEnd(settings)
  expect(code).toBe(1)
  expect(said).not.toMatch(/\n\s+at /)
  return said.trim().split('\n').at(-1) ?? ''
}

test('a port in use is said before anything is made', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const folder = join(await temporaryFolder(), 'data')
  expect(await refusal({ PORT: String(port), HABEAS_DATA_DIR: folder })).toContain(`port ${port} on 127.0.0.1 is in use`)
  expect(await refusal({ DESK_PORT: String(port), HABEAS_DATA_DIR: folder })).toContain('The desk cannot open')
  await expect(import('node:fs/promises').then(({ stat }) => stat(folder))).rejects.toThrow('ENOENT')
})

test('a setting that is no port, and two doors on one port, are refused', async () => {
  expect(await refusal({ PORT: 'abc' })).toContain('PORT is "abc", which is not a port')
  expect(await refusal({ PORT: '4444', DESK_PORT: '4444' })).toContain('a port each')
})

test('a data folder that is a file, or cannot be made, is refused with what to do', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  expect(await refusal({ HABEAS_DATA_DIR: file })).toContain('is not a folder. Set HABEAS_DATA_DIR')
  expect(await refusal({ HABEAS_DATA_DIR: join(file, 'below') })).toContain('Set HABEAS_DATA_DIR')
})

test('a register that is damaged or of a newer version is refused and left as it is', async () => {
  const damaged = await temporaryFolder()
  await writeFile(join(damaged, 'register.sqlite'), 'this is not a database, whatever its name says')
  expect(await refusal({ HABEAS_DATA_DIR: damaged })).toContain('is damaged')
  const newer = await temporaryFolder()
  const register = await openRegister(newer)
  register.raw.exec("INSERT INTO migration VALUES ('records/9999-from-the-future', '2099-01-01T00:00:00Z')")
  await register.close()
  expect(await refusal({ HABEAS_DATA_DIR: newer })).toContain('newer version of Habeas')
})

test('a signal to npm itself stops what it started', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, PORT: '0', DESK_PORT: '0', HABEAS_DATA_DIR: await temporaryFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  npm.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  await expect.poll(() => said, { interval: 100 }).toContain('Stop with Ctrl-C.')
  const address = /Public pages and API\s+(\S+)/.exec(said)?.[1] ?? ''
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
  npm.kill('SIGTERM')
  const answers = () => fetch(`${address}/api/health`).then(() => true, () => false)
  await expect.poll(answers, { interval: 100 }).toBe(false)
})

test('it stops with 0 when told to, keeps its data, and one folder is open in one Habeas only', async () => {
  const dataDir = await temporaryFolder()
  const first = await startHabeas({ dataDir })
  expect(await refusal({ HABEAS_DATA_DIR: dataDir })).toContain('Another Habeas has the data folder')
  const overview = await (await fetch(`${first.publicAddress}/api/stats/overview`)).json()
  expect(await first.stop()).toBe(0)
  const second = await startHabeas({ dataDir })
  expect(await (await fetch(`${second.publicAddress}/api/stats/overview`)).json()).toEqual(overview)
  expect(await second.stop()).toBe(0)
})
