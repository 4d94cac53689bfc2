import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type Database from 'better-sqlite3'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { openForPublishing } from '../../db/sqlite.ts'
import { editionFile } from '../../editions/edition-index.ts'
import { hashFile } from '../../editions/edition-file.ts'
import { putInPlace } from '../../editions/put-in-place.ts'
import { isMissing } from '../../own-file.ts'
import { version } from '../../version.ts'
import { headOf } from '../heads.ts'
import { verifyRegister } from '../verify.ts'
import { BackupError, decryptArchive, type Manifest, readArchive, writeArchive } from './archive.ts'
import { copyRegister } from './copy-register.ts'

export type BackupPlaces = Pick<Config, 'dataDir' | 'editionsDir' | 'headsFile' | 'backup'>

export type MadeBackup = { readonly file: string; readonly bytes: number; readonly at: string; readonly change: number; readonly editions: number; readonly encrypted: boolean }

/** Copies a file where it is there, and says whether it was. */
const copyIfThere = async (from: string, to: string): Promise<boolean> => {
  try {
    await copyFile(from, to)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

type Listed = { readonly number: number; readonly revision: number; readonly sha256: string }

/** The newest revision of every edition, as the copy of the register knows them. */
const editionsIn = (raw: Database.Database): Listed[] =>
  raw
    .prepare<[], Listed>(
      `SELECT number, revision, sha256 FROM edition AS one
       WHERE revision = (SELECT MAX(revision) FROM edition AS other WHERE other.number = one.number) ORDER BY number`,
    )
    .all()

/** Verifies a finished copy by itself; its editions are held to their hashes when the archive is read back. */
const inspect = async (file: string): Promise<{ head: Manifest['head']; editions: Listed[] }> => {
  const copy = openForPublishing<Register>(file)
  try {
    const { findings } = await verifyRegister(copy.raw, { editionsDir: null })
    const [first] = findings
    if (first) throw new BackupError(`The register was copied, but it is not as recorded (${first.what}: ${first.message}). No backup was made; the ones before it were kept.`)
    return { head: headOf(copy.raw), editions: editionsIn(copy.raw) }
  } finally {
    await copy.close()
  }
}

/** Copies each edition beside the register's copy. Null where one was revised meanwhile: then the register is copied again. */
const copyEditions = async ({ editionsDir }: BackupPlaces, work: string, editions: readonly Listed[]): Promise<string[] | null> => {
  await mkdir(join(work, 'editions'), { recursive: true })
  const names: string[] = []
  for (const edition of editions) {
    const from = editionFile(editionsDir, edition)
    const name = `editions/edition-${edition.number}.${edition.revision}.sqlite`
    if (!(await copyIfThere(from, join(work, name)))) return null
    if ((await hashFile(join(work, name))) !== edition.sha256) {
      throw new BackupError(`The file of edition ${edition.number}.${edition.revision} is not the one that was published. No backup was made; the ones before it were kept.`)
    }
    names.push(name)
  }
  return names
}

/** What is in a folder that holds a copy of the register; null where an edition was revised since the copy. */
const collect = async (places: BackupPlaces, { work, at }: Copied): Promise<Manifest | null> => {
  const { head, editions } = await inspect(join(work, 'register.sqlite'))
  const kept = await copyEditions(places, work, editions)
  if (kept === null) return null
  const names = ['register.sqlite', ...kept]
  if (await copyIfThere(places.headsFile, join(work, 'heads.jsonl'))) names.push('heads.jsonl')
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: (await stat(join(work, name))).size, sha256: await hashFile(join(work, name)) })),
  )
  return { format: 1, version, at, head, files }
}

const madeByUs = /^habeas-\d{8}T\d{9}Z\.zip(?:\.age)?$/

/** Deletes all but the newest backups of ours. */
const prune = async ({ dir, kept }: BackupPlaces['backup']): Promise<void> => {
  const old = (await readdir(dir)).filter((name) => madeByUs.test(name)).toSorted().toReversed().slice(kept)
  for (const name of old) await rm(join(dir, name), { force: true })
}

/** A folder with a finished copy of the register, and when it was finished. */
export type Copied = { readonly work: string; readonly at: string }

/**
 * Makes the backup of a copied register: verifies it, adds editions and heads, writes the
 * archive, reads it back and compares, and gives it its name. Null where an edition was revised
 * since the copy was made. Long: at the desk it runs in a process of its own.
 */
export const finishBackup = async (places: BackupPlaces, copied: Copied): Promise<MadeBackup | null> => {
  const { dir, recipients } = places.backup
  const manifest = await collect(places, copied)
  if (manifest === null) return null
  const encrypted = recipients.length > 0
  const name = `habeas-${manifest.at.replaceAll(/[-:.]/g, '')}.zip${encrypted ? '.age' : ''}`
  const file = join(dir, name)
  const part = `${file}.part`
  try {
    // A key that lives as long as this call: with it the encrypted file can be read back.
    const own = encrypted ? [await generateX25519Identity()] : []
    await writeArchive(part, manifest, (of) => join(copied.work, of), [...recipients, ...(await Promise.all(own.map(identityToRecipient)))])
    const readBack = join(copied.work, 'read-back.zip')
    await decryptArchive(part, readBack, own)
    await readArchive(readBack)
    await putInPlace(part, file)
  } finally {
    await rm(part, { force: true })
  }
  await prune(places.backup)
  const editions = manifest.files.filter(({ name: of }) => /edition-/.test(of)).length
  return { file, bytes: (await stat(file)).size, at: manifest.at, change: manifest.head.change, editions, encrypted }
}

const workPrefix = 'making-backup-'
/** A backup that takes longer than this was cut off, and its folder is cleared away; in milliseconds. */
const cutOffMs = 6 * 60 * 60 * 1000

const clearCutOff = async (dataDir: string): Promise<void> => {
  for (const name of (await readdir(dataDir)).filter((entry) => entry.startsWith(workPrefix))) {
    const folder = join(dataDir, name)
    if (Date.now() - (await stat(folder)).mtimeMs > cutOffMs) await rm(folder, { recursive: true, force: true })
  }
}

const attempts = 3

/**
 * Writes a backup of a data folder that may be in use: the register with its captures, every
 * edition and the signed heads; no key. `raw` is a connection to that register. Throws
 * BackupError when the register does not verify: what is wrong never takes the place of what
 * was right.
 */
export const makeBackup = async (raw: Database.Database, places: BackupPlaces, finish = finishBackup): Promise<MadeBackup> => {
  await mkdir(places.backup.dir, { recursive: true, mode: 0o700 })
  await clearCutOff(places.dataDir)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    // What is not encrypted yet stays in the data folder, where it lies in the open anyway.
    const work = await mkdtemp(join(places.dataDir, workPrefix))
    try {
      await copyRegister(raw, join(work, 'register.sqlite'))
      const made = await finish(places, { work, at: new Date().toISOString() })
      if (made !== null) return made
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }
  throw new BackupError('The file of an edition is missing. No backup was made; the ones before it were kept. `npm run verify` says which.')
}
