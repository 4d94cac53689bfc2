import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import type { Register } from '../db/register.ts'
import { type Opened, openForWriting } from '../db/sqlite.ts'
import { copyBeforeUpgrade, registerFamilies } from './before-upgrade.ts'

export const registerFile = (dataDir: string): string => join(dataDir, 'register.sqlite')

/**
 * Opens the register of a data folder, made when it is not there yet, and brought to this
 * version: a verified copy stays beside it until that is done.
 * Throws NewerDatabaseError when a newer Habeas wrote it.
 */
export const openRegister = async (dataDir: string): Promise<Opened<Register>> => {
  await mkdir(dataDir, { recursive: true })
  const register = await openRegisterFile(registerFile(dataDir))
  // Its journal takes over who may read it.
  await chmod(registerFile(dataDir), 0o600)
  return register
}

/** The same for a file, or for `:memory:`. */
export const openRegisterFile = async (file: string): Promise<Opened<Register>> => {
  const copy = file === ':memory:' ? null : await copyBeforeUpgrade(file)
  const register = openForWriting<Register>(file)
  try {
    await migrate(register, registerFamilies)
    // It would outlive a redaction: it goes as soon as it is not needed any more.
    if (copy !== null) await rm(copy, { force: true })
    return register
  } catch (error) {
    await register.close()
    throw error
  }
}
