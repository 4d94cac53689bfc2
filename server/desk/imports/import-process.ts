import { openForWriting } from '../../db/sqlite.ts'
import type { Register } from '../../db/register.ts'
import { endOnUncaught } from '../../http/end-on-uncaught.ts'
import { type Answer, checkImport } from './check-import.ts'
import { lookAtImport } from './look-at-import.ts'
import { submitImport } from './submit-import.ts'

/*
 * The process that works on one import, so that a long list keeps nobody waiting and can be killed. It
 * is given one task, says how far it is, and ends. Everything it writes is in transactions of its own.
 */

type About = { readonly id: number; readonly registerFile: string; readonly dataDir: string; readonly importBytes: number }

export type ImportTask = About &
  (
    | { readonly what: 'look' }
    | { readonly what: 'check'; readonly answer: Answer | null }
    | { readonly what: 'submit'; readonly reason: string; readonly leaveOutOthers: boolean }
  )

export type ImportMessage =
  | { readonly kind: 'progress'; readonly what: string; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }

/** Tells how far a task is, at most a few times a second. */
export type Tell = (what: string, done: number, total: number | null) => void

const send = (message: ImportMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve()
    else process.send(message, undefined, undefined, () => resolve())
  })

const teller = (): Tell => {
  let last = 0
  return (what, done, total) => {
    const now = Date.now()
    if (now - last < 200 && done !== total) return
    last = now
    void send({ kind: 'progress', what, done, total })
  }
}

const work = async (task: ImportTask): Promise<void> => {
  const register = openForWriting<Register>(task.registerFile)
  try {
    const tell = teller()
    if (task.what === 'look') await lookAtImport(register.db, task)
    else if (task.what === 'check') await checkImport(register.db, task, task.answer, tell)
    else await submitImport(register.db, task, tell)
    await send({ kind: 'done' })
  } catch (error) {
    await send({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' })
  } finally {
    await register.close()
    process.disconnect()
  }
}

endOnUncaught('desk')
// Whoever asked is gone: nobody would hear of the end.
process.once('disconnect', () => process.exit())
process.once('message', (task) => {
  void work(task as ImportTask)
})
