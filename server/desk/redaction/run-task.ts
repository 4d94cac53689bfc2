import { fork } from 'node:child_process'
import type { RedactionMessage, RedactionTask } from './redaction-process.ts'

type Answer<Kind extends RedactionMessage['kind']> = Extract<RedactionMessage, { kind: Kind }>

/** Gives one task to a process of its own and waits for its answer. Throws when it fails. */
export const runTask = <Kind extends RedactionMessage['kind']>(task: RedactionTask, kind: Kind): Promise<Answer<Kind>> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./redaction-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: RedactionMessage) => {
      if (message.kind === kind) resolve(message as Answer<Kind>)
      else reject(new Error(`A redaction failed: ${message.kind === 'failed' ? message.message : message.kind}`))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`A redaction ended early (exit ${String(code)})`)))
    child.send(task)
  })
