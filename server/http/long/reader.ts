import { type ChildProcess, fork } from 'node:child_process'
import { type IncomingMessage, request } from 'node:http'
import { setPriority } from 'node:os'
import { TookTooLong, tooBusy } from '../errors.ts'
import type { ReaderMessage, ReaderTask } from './be-reader.ts'

/** A request as it is passed on to a reader. */
export type Question = { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** A process that answers questions beside its door, over a socket of its own. */
export type Reader = {
  /** It can be asked. Rejects with 503 where it ended before. */
  readonly open: Promise<void>
  /** Resolves with the head of the answer. Throws 503 where the reader ended before it. */
  readonly ask: (question: Question) => Promise<IncomingMessage>
  /** Ends it at once: what it works on cannot be interrupted in any other way. */
  readonly kill: () => void
  /** Lets it close its files; ends it where it cannot. */
  readonly close: () => Promise<void>
  readonly ended: Promise<void>
}

/** It gets what the door leaves of the cores. */
const niceness = 5

/** How long a reader may take to end by itself, in milliseconds. */
const patienceMs = 1000

const giveWay = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, niceness)
  } catch {
    // It has ended already, or the system does not let us: it is asked all the same.
  }
}

const untilOpen = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', (message: ReaderMessage) => (message.kind === 'ready' ? resolve() : reject(tooBusy())))
    child.once('error', () => reject(tooBusy()))
    child.once('exit', () => reject(new TookTooLong()))
  })

const askOver = (socketPath: string, { method, url, headers }: Question): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path: url, headers: { ...headers }, agent: false })
    asked.once('response', resolve)
    asked.once('error', () => reject(new TookTooLong()))
    asked.end()
  })

/** Megabytes of what was made a moment ago before it is cleared: more is no faster here, and is kept by the process. */
const memory = ['--max-semi-space-size=4']

/** Starts `program`, a file that calls `beReader`. */
export const startReader = <Task>(program: URL, task: ReaderTask<Task>): Reader => {
  const child = fork(program, { execArgv: [...process.execArgv, ...memory], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const open = untilOpen(child)
  open.catch(() => undefined)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  // Where it has ended already, `open` says so.
  child.send(task, () => undefined)
  giveWay(child)
  return {
    open,
    ask: (question) => askOver(task.socket, question),
    kill: () => void child.kill('SIGKILL'),
    close: async () => {
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      await ended
      clearTimeout(timer)
    },
    ended,
  }
}
