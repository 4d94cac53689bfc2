import { parentPort, workerData } from 'node:worker_threads'
import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import type { BesideMessage, BesideTask } from './beside.ts'
import { chainHead } from './chain-head.ts'
import { hashFile } from './edition-file.ts'
import { preparation } from './published-columns.ts'
import { findRefusals } from './withheld-names.ts'

/*
 * What is done on a second core while an edition is made: a thread of the process that makes it,
 * with a connection of its own that only reads.
 */

const tell = (message: BesideMessage): void => parentPort?.postMessage(message, [])

const look = async (registerFile: string, note: string): Promise<void> => {
  const register = openForPublishing<Register>(registerFile)
  try {
    register.raw.exec('BEGIN')
    // Whoever makes the edition begins to read after this, and compares.
    tell({ kind: 'began', chain: chainHead(register.raw)?.chain ?? null })
    for (const statement of preparation) register.raw.exec(statement)
    tell({ kind: 'looked', refusals: findRefusals(register.raw, note) })
  } finally {
    await register.close()
  }
}

const task = workerData as BesideTask
if (task.kind === 'look') await look(task.registerFile, task.note)
else tell({ kind: 'hashed', sha256: await hashFile(task.file) })
