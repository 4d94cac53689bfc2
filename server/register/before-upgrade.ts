import { existsSync } from 'node:fs'
import { chmod, rm, stat } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { findProgress } from '../db/migrate.ts'
import { putInPlace } from '../editions/put-in-place.ts'
import { copyRegister } from './backup/copy-register.ts'

/** The kinds of migrations a register has. */
export const registerFamilies = ['records', 'desk'] as const

const verifyCopy = (file: string): void => {
  const copy = new Database(file, { readonly: true })
  try {
    const integrity: unknown = copy.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`The register cannot be brought to this version: its copy is damaged (${String(integrity)}). Restore a backup.`)
  } finally {
    copy.close()
  }
}

/**
 * Looks at a register before it is opened for writing. One that an older version left gets a
 * verified copy beside it, where there is none from an upgrade that was cut off. Returns that
 * copy, null where none is needed. Throws NewerDatabaseError, with the file untouched, for a
 * register of a newer version.
 */
export const copyBeforeUpgrade = async (file: string): Promise<string | null> => {
  if (!existsSync(file) || (await stat(file)).size === 0) return null
  const kept = `${file}.before-upgrade`
  const raw = new Database(file, { readonly: true, timeout: 20 })
  try {
    const { applied, missing } = await findProgress(raw, registerFamilies)
    if (applied.size === 0 || missing.length === 0) return null
    if (existsSync(kept)) return kept
    const beside = `${kept}.new`
    await rm(beside, { force: true })
    await copyRegister(raw, beside)
    await chmod(beside, 0o600)
    verifyCopy(beside)
    await putInPlace(beside, kept)
    return kept
  } finally {
    raw.close()
  }
}
