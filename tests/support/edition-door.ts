import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import type { Edition } from '#contract/editions.ts'
import { editionFile, readEditionIndex, writeEditionIndex } from '#server/editions/edition-index.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { startPublic } from '#server/public.ts'
import { registerFile } from '#server/register/open.ts'
import { registerAndEdition } from './read-api.ts'

type Made = Pick<Edition, 'number' | 'revision' | 'note' | 'publishedAt' | 'sha256' | 'bytes' | 'chain' | 'fictional' | 'counts'>

/** Puts a made file into a folder of editions, as its latest, the way publishing does. */
export const shelve = async (editionsDir: string, made: string, edition: Made): Promise<void> => {
  await mkdir(editionsDir, { recursive: true })
  await copyFile(made, editionFile(editionsDir, edition))
  const earlier = (await readEditionIndex(editionsDir)).filter(({ number }) => number !== edition.number)
  const listed = { ...edition, label: `${edition.number}.${edition.revision}`, revisedAt: null, earlier: [], seal: null }
  await writeEditionIndex(editionsDir, [listed, ...earlier])
}

/** A folder of pages to serve: one empty page for each entry. */
export const emptyPages = async (clientDir: string): Promise<string> => {
  for (const entry of ['public', 'embed', 'desk', 'assets']) await mkdir(join(clientDir, entry), { recursive: true })
  for (const entry of ['public', 'embed']) await writeFile(join(clientDir, entry, 'index.html'), '<!doctype html><title>A page</title>')
  return clientDir
}

export type EditionDoor = { readonly address: string; readonly sha256: string; readonly close: () => Promise<void> }

/** The public door over one edition of an invented register; `change` has the register before it is published. */
export const editionDoor = async (
  folder: string,
  { detainees, seed, change, publicUrl = null }: { detainees: number; seed: number; change?: (register: Opened<Register>) => Promise<void>; publicUrl?: string | null },
): Promise<EditionDoor> => {
  const { register, edition } = await registerAndEdition(join(folder, 'register'), { detainees, seed })
  await edition.close()
  await register.db.insertInto('setting').values({ name: 'fictional', value: 'true' }).execute()
  await change?.(register)
  const clientDir = await emptyPages(join(folder, 'client'))
  const request = { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }
  const made = join(folder, 'made.sqlite')
  const { sha256, bytes, chain, fictional, counts } = await makeEdition(registerFile(join(folder, 'register')), made, request)
  await shelve(join(folder, 'editions'), made, { ...request, sha256, bytes, chain, fictional, counts })
  await register.close()
  const door = await startPublic({ ...readConfig({ HABEAS_DATA_DIR: folder, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0' }), clientDir, publicUrl })
  return { address: `${door.address}/api`, sha256, close: door.close }
}
