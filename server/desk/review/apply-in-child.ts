import { fork } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { HttpError, conflict } from '../../http/errors.ts'
import { applicationOf, setApplication } from './applications.ts'
import type { ApplyMessage, ApplyTask } from './apply-process.ts'

/** How long an answer waits for the end, in milliseconds; after that the proposal says that it is being applied. */
const patienceMs = 15_000

const unexpected = 'It was not applied: something went wrong on the server. Try again.'

const run = (task: ApplyTask, failed: (error: unknown) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./apply-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: ApplyMessage) => {
      if (message.kind === 'applied') resolve()
      else if (message.kind === 'refused') reject(new HttpError(message.status, message.code, message.message))
      else {
        failed(new Error(`Applying a proposal failed: ${message.message}`))
        reject(new HttpError(500, 'internal', unexpected))
      }
    })
    child.once('error', reject)
    child.once('exit', () => reject(new HttpError(500, 'internal', unexpected)))
    child.send(task)
  })

/**
 * Approves a proposal in a process of its own. Resolves when that is done, or after a while when it is
 * not yet: the proposal then says so, and later what came of it. Throws what the decision throws, and
 * 409 while it is being applied already.
 */
export const applyInChild = async (task: ApplyTask, failed: (error: unknown) => void): Promise<void> => {
  const { proposalId } = task
  if (applicationOf(proposalId).applying) throw conflict('This proposal is being applied right now. Wait for it.')
  setApplication(proposalId, { applying: true, notApplied: null })
  const applied = run(task, failed).then(
    () => setApplication(proposalId, null),
    (error: unknown) => {
      setApplication(proposalId, { applying: false, notApplied: error instanceof HttpError ? error.message : unexpected })
      throw error
    },
  )
  applied.catch(() => undefined)
  await Promise.race([applied, setTimeout(patienceMs, undefined, { ref: false })])
}
