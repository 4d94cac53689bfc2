import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startDesk } from '#server/desk.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'
import { deskConfig } from './support/open-desk.ts'

test('a fresh desk says where it is and how to make the first account; a port in use is one sentence', async () => {
  const config = await deskConfig()
  const desk = await startDesk(config)
  onTestFinished(desk.close)
  expect(desk.firstAccountLink).toMatch(new RegExp(`^${desk.address}/first-account#[A-Za-z0-9_-]{43}$`))
  expect((await fetch(`${desk.address}/api/session`)).status).toBe(200)

  const taken = Number(new URL(desk.address).port)
  const second = startDesk({ ...config, dataDir: await temporaryFolder(), deskPort: taken })
  await expect(second).rejects.toThrow(`port ${taken} on 127.0.0.1 is in use`)
})

test('the desk’s process tells its parent that it is open and stops cleanly when it is told to', async () => {
  const config = await deskConfig()
  const program = fileURLToPath(new URL('support/desk-process.ts', import.meta.url))
  const child = fork(program, [config.clientDir], {
    env: { ...process.env, HABEAS_DATA_DIR: config.dataDir, DESK_PORT: '0' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [message] = (await once(child, 'message')) as [
    { kind: string; ready: { address: string; firstAccountLink: string } },
  ]
  expect(message.kind).toBe('ready')
  expect((await fetch(`${message.ready.address}/api/session`)).status).toBe(200)
  expect(message.ready.firstAccountLink).toContain('/first-account#')
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(0)
})
