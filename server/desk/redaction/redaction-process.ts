import { endOnUncaught } from '../../http/end-on-uncaught.ts'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Register } from '../../db/register.ts'
import { openForReading, openForWriting } from '../../db/sqlite.ts'
import { ownerOf } from '../../editions/text-owners.ts'
import { compact, findFilesHolding } from '../../register/redaction/compact.ts'
import { findChangeValues, findDeskRows, findNamesWith, findReasons, findRecordTexts } from '../../register/redaction/scan.ts'
import { type Sought, takerOf } from '../../register/redaction/sought.ts'
import { type Touched, takeSoughtOut } from '../../register/redaction/take-out.ts'

/*
 * The process that looks a person, or words, up in everything that is kept, takes them out, and searches the
 * files for what is left, so that none of it keeps anybody waiting. It is given one task, answers
 * with a message and ends.
 */

type Header = { readonly author: string; readonly authorId?: string; readonly reviewer?: string; readonly reviewerId?: string; readonly reason: string; readonly proposalId?: number }

export type RedactionTask =
  | { readonly task: 'look'; readonly file: string; readonly sought: Sought }
  | { readonly task: 'take'; readonly file: string; readonly dataDir: string; readonly sought: Sought; readonly header: Header }
  | { readonly task: 'search'; readonly file: string; readonly dataDir: string; readonly sought: Sought; readonly except: readonly string[] }

export type Looked = Omit<Touched, 'texts' | 'imports'> & {
  readonly texts: readonly { readonly record: string; readonly page: string; readonly field: string; readonly whole: boolean }[]
}

export type RedactionMessage =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'taken'; readonly touched: Touched }
  | { readonly kind: 'searched'; readonly holding: readonly string[]; readonly isCompact: boolean }
  | { readonly kind: 'failed'; readonly message: string }

const look = async (file: string, sought: Sought): Promise<Looked> => {
  const register = openForReading<Register>(file)
  try {
    const taker = takerOf(sought)
    const { carries } = taker
    const byTable = Map.groupBy(findDeskRows(register.raw, sought, carries), ({ table }) => table)
    return {
      names: sought.target === null ? sought.names.length : findNamesWith(register.raw, carries).length,
      texts: findRecordTexts(register.raw, taker).map(({ table, id, column, whole }) => ({ ...ownerOf(register.raw, table, id), field: column, whole })),
      history: findChangeValues(register.raw, sought, carries).length,
      reasons: findReasons(register.raw, carries).length,
      desk: Object.fromEntries([...byTable].map(([table, rows]) => [table, rows.length])),
    }
  } finally {
    await register.close()
  }
}

/** The file a list was imported from goes with the rows that named them: it cannot be rewritten in part. */
const removeImports = async (dataDir: string, imports: readonly number[]): Promise<void> => {
  for (const id of imports) await rm(join(dataDir, 'imports', `${id}.sent`), { force: true })
}

const work = async (task: RedactionTask): Promise<RedactionMessage> => {
  if (task.task === 'look') return { kind: 'looked', looked: await look(task.file, task.sought) }
  const register = openForWriting<Register>(task.file)
  try {
    if (task.task === 'take') {
      const touched = await takeSoughtOut(register, task.sought, task.header)
      await removeImports(task.dataDir, touched.imports)
      return { kind: 'taken', touched }
    }
    return { kind: 'searched', isCompact: await compact(register.raw), holding: [] }
  } finally {
    await register.close()
  }
}

/** The files are read once the register is closed here: closing a file that SQLite has open in the same process ends its locks. */
const workAndSearch = async (task: RedactionTask): Promise<RedactionMessage> => {
  const done = await work(task)
  if (task.task !== 'search' || done.kind !== 'searched') return done
  return { ...done, holding: await findFilesHolding(task.dataDir, task.sought, task.except) }
}

endOnUncaught('desk')
process.once('disconnect', () => process.exit())
process.once('message', (task) => {
  workAndSearch(task as RedactionTask)
    .catch((error: unknown): RedactionMessage => ({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' }))
    .then((message) => process.send?.(message, undefined, undefined, () => process.disconnect()))
})
