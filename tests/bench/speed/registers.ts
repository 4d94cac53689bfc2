import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import type { Edition } from '#contract/editions.ts'
import { editionFile, readEditionIndex } from '#server/editions/edition-index.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { publishInChild } from '#server/editions/publish-in-child.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegister, registerFile } from '#server/register/open.ts'

const seedFictional = fileURLToPath(new URL('../../../server/cli/seed-fictional.ts', import.meta.url))
const run = promisify(execFile)

/** As in a register of the world: a million people, twenty thousand release events. */
const perEvent = 50

export type BenchRegister = {
  readonly detainees: number
  /** A data folder, as HABEAS_DATA_DIR. */
  readonly dataDir: string
  readonly edition: Edition
}

type Say = (text: string) => void

const newestIn = async (dataDir: string): Promise<Edition | undefined> => (await readEditionIndex(join(dataDir, 'editions')))[0]

/** The tables and indexes of an edition, as this program makes them. */
const tablesOf = (file: string): string => {
  const raw = new Database(file, { readonly: true })
  try {
    return JSON.stringify(raw.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name").all())
  } finally {
    raw.close()
  }
}

/** A small edition, to compare with. */
const tablesNow = async (cache: string): Promise<string> => {
  const folder = join(cache, `small.${process.pid}`)
  try {
    const register = await openRegister(folder)
    await seedRegister(register.db)
    await register.close()
    const file = join(folder, 'edition.sqlite')
    await makeEdition(registerFile(folder), file, { number: 1, revision: 0, note: '', publishedAt: '2026-01-01T00:00:00.000Z' })
    return tablesOf(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const make = async (dataDir: string, detainees: number, say: Say): Promise<void> => {
  say(`Making ${detainees} invented people in ${dataDir}. This is done once.`)
  const beside = `${dataDir}.making`
  await rm(beside, { recursive: true, force: true })
  const options = ['--detainees', String(detainees), '--per-event', String(perEvent), '--out', beside]
  await run(process.execPath, ['--max-old-space-size=6000', seedFictional, ...options], { maxBuffer: 1 << 24 })
  await rename(beside, dataDir)
}

const publishAnew = async (dataDir: string, why: string, say: Say): Promise<void> => {
  say(`Publishing ${dataDir} anew: ${why}.`)
  const register = await openRegister(dataDir)
  try {
    const request = { note: 'Published for the bench.', publishedBy: 'Habeas', confirmed: true }
    await publishInChild({ dataDir, editionsDir: join(dataDir, 'editions') }, register.db, request)
  } finally {
    await register.close()
  }
}

/** Why a register that is there needs a new edition, or null. */
const reasonToPublish = async (cache: string, dataDir: string, isAsked: boolean): Promise<string | null> => {
  if (isAsked) return 'it was asked for'
  const edition = await newestIn(dataDir)
  if (edition === undefined) return 'it has no edition'
  return tablesOf(editionFile(join(dataDir, 'editions'), edition)) === (await tablesNow(cache)) ? null : 'its edition has other tables than this program makes'
}

/**
 * An invented register of this size with an edition, made by the command anybody would use, or kept
 * from an earlier run; one whose edition is missing, or has other tables than this program makes, is published anew.
 */
export const benchRegister = async (cache: string, detainees: number, { publish, say }: { readonly publish: boolean; readonly say: Say }): Promise<BenchRegister> => {
  const dataDir = join(cache, `d${detainees}`)
  await mkdir(cache, { recursive: true })
  if (!existsSync(registerFile(dataDir))) await make(dataDir, detainees, say)
  const reason = await reasonToPublish(cache, dataDir, publish)
  if (reason !== null) await publishAnew(dataDir, reason, say)
  const edition = await newestIn(dataDir)
  if (edition === undefined) throw new Error(`${dataDir} has no edition: remove the folder, and it is made anew`)
  return { detainees, dataDir, edition }
}
