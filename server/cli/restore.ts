import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { takeDataFolder } from '../data-folder.ts'
import { BackupError } from '../register/backup/archive.ts'
import { restoreBackup } from '../register/backup/restore-backup.ts'
import { verifyFile } from '../register/verify-file.ts'

/* `npm run restore -- FILE`: a backup into a data folder that holds no register. */

const identitiesIn = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8')).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'))

const restore = async (command: Command, file: string, key: string | undefined): Promise<void> => {
  const config = readConfig()
  if (!existsSync(file)) command.error(`There is no file ${file}.`)
  const letGo = await takeDataFolder(config.dataDir)
  try {
    if (!existsSync(config.redactedIdsFile)) {
      console.warn(`There is no list of redacted ids at ${config.redactedIdsFile}: nothing that was redacted after this backup can be taken out of it again. Put the list there first, if there was one.`)
    }
    const identities = key === undefined ? [] : await identitiesIn(key)
    const { at, head, files } = await restoreBackup(file, identities, config)
    console.log(`Restored what the register held at ${at} (change ${head.change}), ${files.length} files.`)
    const { summary, findings } = await verifyFile(config)
    for (const finding of findings) console.error(finding)
    console.log(summary)
    process.exitCode = findings.length === 0 ? 0 : 1
  } catch (error) {
    if (error instanceof BackupError) command.error(error.message)
    throw error
  } finally {
    letGo()
  }
}

const program = new Command('restore')
  .description('Restores a backup into the data folder (HABEAS_DATA_DIR), which must hold no register.')
  .argument('<file>', 'the backup')
  .option('--key <file>', 'the file with the secret key of an encrypted backup')
  .action((file: string, options: { key?: string }) => restore(program, file, options.key))

await program.parseAsync()
