import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { readConfig } from '../config.ts'
import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { BackupError } from '../register/backup/archive.ts'
import { makeBackup } from '../register/backup/make-backup.ts'
import { registerFile } from '../register/open.ts'

/* `npm run backup`: one file with everything but the keys, while Habeas runs or not. */

const makeKey = async (file: string): Promise<void> => {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' })
  console.log(`The secret key is in ${file}. Keep it away from this machine, and a second copy elsewhere: without it no backup can be opened.
Backups are encrypted when this is set:
  HABEAS_BACKUP_KEY=${recipient}`)
}

const backUp = async (command: Command): Promise<void> => {
  const config = readConfig()
  if (!existsSync(registerFile(config.dataDir))) command.error(`There is no register in ${config.dataDir}. Set HABEAS_DATA_DIR, or start Habeas once.`)
  const register = openForPublishing<Register>(registerFile(config.dataDir))
  try {
    const { file, bytes, at, change, editions, encrypted } = await makeBackup(register.raw, config)
    console.log(`${file}: ${bytes} bytes, the register up to change ${change} at ${at}, ${editions} editions; read back and compared.`)
    if (!encrypted) console.warn('It is NOT encrypted: whoever has the file can read it all. Set HABEAS_BACKUP_KEY (npm run backup -- --new-key FILE makes a key).')
    console.log('Keys are not in it: keep copies of signing-key and desk-secret, and of the list of redacted ids, apart from it.')
  } catch (error) {
    if (error instanceof BackupError) command.error(error.message)
    throw error
  } finally {
    await register.close()
  }
}

const program = new Command('backup')
  .description('Writes a backup of the data folder to HABEAS_BACKUP_DIR, encrypted when HABEAS_BACKUP_KEY is set.')
  .option('--new-key <file>', 'makes a key for encrypted backups instead, and says how to use it')
  .action((options: { newKey?: string }) => (options.newKey === undefined ? backUp(program) : makeKey(options.newKey)))

await program.parseAsync()
