import { endOnUncaught } from '../http/end-on-uncaught.ts'
import { type MadeRevision, type RevisionRequest, reviseEdition } from './revise.ts'

/*
 * The process that makes one revision of one edition, so that copying it blocks nobody. It is
 * given one task, answers it with a message and ends.
 */

export type RevisionTask = { readonly from: string; readonly file: string; readonly request: RevisionRequest }

export type RevisionMessage =
  | { readonly kind: 'made'; readonly made: MadeRevision | null }
  | { readonly kind: 'failed'; readonly message: string }

const work = async ({ from, file, request }: RevisionTask): Promise<void> => {
  let message: RevisionMessage
  try {
    message = { kind: 'made', made: await reviseEdition(from, file, request) }
  } catch (error) {
    message = { kind: 'failed', message: error instanceof Error ? error.message : 'unknown' }
  }
  process.send?.(message)
  process.disconnect()
}

endOnUncaught('desk')
process.once('message', (task) => {
  void work(task as RevisionTask)
})
