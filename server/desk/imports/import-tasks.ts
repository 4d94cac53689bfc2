import { type ChildProcess, fork } from 'node:child_process'
import type { Kysely } from 'kysely'
import type { Import } from '#contract/import-view.ts'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'
import type { ImportMessage, ImportTask } from './import-process.ts'

type Progress = NonNullable<Import['task']>

type Running = { readonly child: ChildProcess; progress: Progress; isStopped: boolean }

export type ImportTasks = {
  /** Begins a task in a process of its own. Throws 409 while another one works on the same import. */
  readonly begin: (task: ImportTask) => void
  readonly progressOf: (id: number) => Progress | null
  /** Ends what is being done. Answers that it has given to rows stay; the check that it was in the middle of does not count. */
  readonly stop: (id: number) => void
}

const firstWords = { look: 'Opening the file', check: 'Checking the rows', submit: 'Checking once more' } as const

/** The tasks of imports, each in a process that can be killed, with how far it is. */
export const importTasks = (register: Kysely<Register>, failed: (error: unknown) => void): ImportTasks => {
  const running = new Map<number, Running>()

  const say = (id: number, message: string | null): void => {
    register.updateTable('import_job').set({ message }).where('id', '=', id).execute().catch(failed)
  }

  const begin: ImportTasks['begin'] = (task) => {
    const { id } = task
    if (running.has(id)) throw conflict('Something is being done with this import right now. Wait for it, or stop it.')
    const child = fork(new URL('./import-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const mine: Running = { child, progress: { what: firstWords[task.what], done: 0, total: null }, isStopped: false }
    running.set(id, mine)
    let isDone = false
    child.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') mine.progress = { what: message.what, done: message.done, total: message.total }
      else if (message.kind === 'done') isDone = true
      else if (message.kind === 'failed') {
        isDone = true
        failed(new Error(`An import failed: ${message.message}`))
        say(id, 'This could not be done: something went wrong on the server. Try again.')
      }
    })
    const end = () => {
      running.delete(id)
      if (!isDone) say(id, mine.isStopped ? 'Stopped. Check again when you are ready.' : 'This ended early. Try again.')
      isDone = true
    }
    child.once('error', (error) => {
      failed(error)
      // A process that could not be started does not exit.
      if (child.pid === undefined) end()
    })
    child.once('exit', end)
    child.send(task)
  }

  return {
    begin,
    progressOf: (id) => running.get(id)?.progress ?? null,
    stop: (id) => {
      const task = running.get(id)
      if (task === undefined) return
      task.isStopped = true
      task.child.kill('SIGKILL')
    },
  }
}
