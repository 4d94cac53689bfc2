import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { draftKeeper } from '#client/lib/draft-keeper.ts'

type Asked = { readonly what: string; readonly form: unknown; readonly answer: (status: number, version?: number, code?: string) => void }

/** A server of drafts that answers when it is told to, as a slow one does, and what it was asked. */
const slowServer = async (): Promise<{ nth: (count: number, timeout?: number) => Promise<Asked> }> => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () =>
      asked.push({
        what: `${request.method} ${request.url}`,
        form: (JSON.parse(body) as { form: unknown }).form,
        answer: (status, version = 1, code = 'internal') => {
          const problem = { error: { code, message: 'Not now.', fields: {} } }
          response.writeHead(status, { 'content-type': 'application/json' })
          response.end(JSON.stringify(status < 400 ? { id: 7, version, savedAt: '2026-01-01T00:00:00Z' } : problem))
        },
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // A browser completes an address by its page's; Node has none.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init))
  onTestFinished(() => {
    vi.unstubAllGlobals()
    server.closeAllConnections()
    server.close()
  })
  const nth = async (count: number, timeout = 20_000): Promise<Asked> => {
    await expect.poll(() => asked.length, { timeout }).toBe(count)
    const [last] = asked.slice(-1)
    if (last === undefined) throw new Error('Nothing was asked.')
    return last
  }
  return { nth }
}

const newKeeper = () => {
  const keeper = draftKeeper({ kind: 'source', recordId: null, start: null })
  onTestFinished(keeper.spend)
  return keeper
}

test('what is typed while an earlier state is saved is saved after it, also where that failed', async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  keeper.offer({ title: 'As begun' })
  const first = await nth(1)
  keeper.offer({ title: 'Gone on with' })
  first.answer(500)
  await expect.poll(() => keeper.now().state).toBe('failed')
  const second = await nth(2)
  expect(second.form).toEqual({ title: 'Gone on with' })
  second.answer(201)
  await expect.poll(() => keeper.now().state).toBe('saved')
  expect(keeper.isUnsaved.current).toBe(false)
})

test('nothing is said to be saved once more is typed', async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  keeper.offer({ title: 'As begun' })
  ;(await nth(1)).answer(201)
  await expect.poll(() => keeper.now().state).toBe('saved')
  keeper.offer({ title: 'Gone on with' })
  expect(keeper.now()).toMatchObject({ slot: { id: 7 }, state: 'nothing' })
})

test('a draft that is sent waits for the save under way, takes its number, and is saved no more', async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  keeper.offer({ title: 'As begun' })
  const first = await nth(1)
  keeper.offer({ title: 'Gone on with' })
  const number = keeper.pause()
  first.answer(201)
  expect(await number).toBe(7)
  keeper.spend()
  expect(keeper.isUnsaved.current).toBe(false)
  // One that begins later would be asked about later.
  newKeeper().offer({ title: 'Another' })
  expect((await nth(2)).form).toEqual({ title: 'Another' })
})

test('one that is refused when it is sent is saved again', async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  keeper.offer({ title: 'As begun' })
  expect(await keeper.pause()).toBeNull()
  keeper.resume()
  expect((await nth(1)).what).toBe('POST /api/drafts')
})

test('one that could not be saved is saved by itself once the server takes it, though nothing more is typed', { timeout: 60_000 }, async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  const states: string[] = []
  keeper.subscribe(() => states.push(keeper.now().state))
  keeper.offer({ title: 'As begun' })
  ;(await nth(1)).answer(503)
  await expect.poll(() => states, { timeout: 20_000 }).toContain('failed')
  const again = await nth(2, 50_000)
  expect(again.form).toEqual({ title: 'As begun' })
  again.answer(201)
  await expect.poll(() => keeper.now().state, { timeout: 20_000 }).toBe('saved')
  expect(states).toEqual(['saving', 'failed', 'saved'])
})

test('once words have left the register, nothing is saved any more and what was typed is still unsaved', async () => {
  const { nth } = await slowServer()
  const keeper = newKeeper()
  keeper.offer({ title: 'As begun' })
  ;(await nth(1)).answer(409, 0, 'words_left')
  await expect.poll(() => keeper.now().state).toBe('stopped')
  keeper.offer({ title: 'Gone on with' })
  keeper.resume()
  expect(keeper.now().state).toBe('stopped')
  expect(keeper.isUnsaved.current).toBe(true)
  // One that begins later is asked about next.
  newKeeper().offer({ title: 'Another' })
  expect((await nth(2)).form).toEqual({ title: 'Another' })
})
