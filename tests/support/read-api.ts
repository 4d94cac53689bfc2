import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { fictionalBatches } from '#seed/fictional.ts'
import { editionRecords as recordsOf } from '#server/db/indexed-search.ts'
import type { RecordFile } from '#server/db/record-file.ts'
import type { Records } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { recordsRouter } from '#server/features/records-router.ts'
import { answerError, answerNotFound } from '#server/http/error-handler.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { makeLog } from '#server/http/log.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { registerRecords } from '#server/register/record-file.ts'

export type Answer = { readonly status: number; readonly text: string; readonly json: () => unknown }
export type ReadApi = { readonly get: (path: string) => Promise<Answer>; readonly address: string; readonly close: () => Promise<void> }

const appOver = (file: RecordFile): Express => {
  const app = express()
  app.set('query parser', 'simple')
  app.use('/api', recordsRouter({ file: () => file, about: () => ({ mount: 'edition', edition: null, fictional: true }) }))
  app.use(answerNotFound, answerError(makeLog('public')))
  return app
}

/** How to ask an API at this address. */
export const askAt = (address: string): ReadApi['get'] => async (path) => {
  const response = await fetch(`${address}${path}`)
  const text = await response.text()
  return { status: response.status, text, json: () => JSON.parse(text) as unknown }
}

/** The real read routes over one file, on a free port. */
export const readApi = async (file: RecordFile): Promise<ReadApi> => {
  const server: Server = await listen(appOver(file), { door: 'test', host: '127.0.0.1', port: 0 })
  const address = `${addressOf(server)}/api`
  return { get: askAt(address), address, close: () => closeServer(server) }
}

export type Invented = {
  readonly detainees: number
  readonly seed: number
  /** Has the register before the edition is made of it. */
  readonly change?: (register: Opened<Register>) => Promise<unknown>
}

/** A register of invented people, everyone of them public, and an edition of all of it. */
export const registerAndEdition = async (
  folder: string,
  { detainees, seed, change }: Invented,
): Promise<{ register: Opened<Register>; edition: Opened<Records> }> => {
  await mkdir(folder, { recursive: true })
  const register = await openRegister(folder)
  for (const batch of fictionalBatches({ detainees, seed })) {
    await loadBatch(register.db, {
      ...batch,
      detainees: batch.detainees.map((person) => ({ ...person, visibility: 'public' as const })),
    })
  }
  await change?.(register)
  const file = join(folder, 'edition.sqlite')
  await makeEdition(registerFile(folder), file, {
    number: 1,
    revision: 0,
    note: 'for a test',
    publishedAt: '2026-01-01T00:00:00.000Z',
  })
  return { register, edition: openForReading<Records>(file) }
}

export const editionRecords = (edition: Opened<Records>): RecordFile => recordsOf(edition.db)
export { registerRecords }
