import { fork } from 'node:child_process'
import { endOnUncaught } from './http/end-on-uncaught.ts'

/*
 * A process for one task: what takes long, and would hold up everyone if it were done here. It is
 * given its task, answers with how it ended, and goes; it goes too when nobody waits any more.
 */

type Ended<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'failed'; readonly message: string }

/** Runs `program` (a file that calls `doOneTask`) with this task. Rejects when it fails, or ends without an answer. */
export const inOneTask = <Task extends object, Result>(program: URL, task: Task): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: Ended<Result>) => {
      if (message.kind === 'done') resolve(message.result)
      else if (message.kind === 'failed') reject(new Error(message.message))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`A task ended early (${signal ?? `exit ${String(code)}`})`)))
    child.send(task)
  })

/** The other side: does the one task that this process was started for. */
export const doOneTask = <Task, Result>(work: (task: Task) => Promise<Result>): void => {
  endOnUncaught('desk')
  const alone = () => process.exit(1)
  process.once('disconnect', alone)
  process.once('message', (task) => {
    void work(task as Task)
      .then(
        (result): Ended<Result> => ({ kind: 'done', result }),
        (error: unknown): Ended<Result> => ({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' }),
      )
      .then((ended) => {
        process.off('disconnect', alone)
        process.send?.(ended, () => process.disconnect())
      })
  })
}
