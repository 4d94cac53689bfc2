import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startPublic } from '#server/public.ts'
import type { Desk } from '../../desk/support/open-desk.ts'

/** The public door over the editions of a desk, until the test ends. */
export const openPublic = async ({ config }: Desk) => {
  for (const entry of ['public', 'embed']) {
    await mkdir(join(config.clientDir, entry), { recursive: true })
    await writeFile(join(config.clientDir, entry, 'index.html'), '<!doctype html><title>A page</title>')
  }
  const door = await startPublic(config)
  onTestFinished(() => door.close())
  const get = async (path: string) => {
    const response = await fetch(`${door.address}${path}`)
    return { status: response.status, text: await response.text() }
  }
  const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(`${door.address}${path}`)).arrayBuffer())
  return { get, bytesOf }
}

export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 1200; turn += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come about within a minute')
}
