import { constants, setPriority } from 'node:os'
import { endOnUncaught } from '../http/end-on-uncaught.ts'
import { RefusedEditionError } from './find-verdict.ts'
import { type EditionRequest, type MadeEdition, makeEdition } from './make-edition.ts'
import { type FoundNames, lookForNames } from './look-for-names.ts'
import type { Refusal } from './withheld-names.ts'

/*
 * The process that makes an edition, so that a long copy blocks nobody and can be killed.
 * It is given one task, answers it with messages and ends.
 */

/** Without a request: only look whether names stand in the way. */
export type EditionTask =
  | { readonly registerFile: string; readonly file: string; readonly request: EditionRequest }
  | { readonly registerFile: string; readonly request: null; readonly note?: string }

export type EditionMessage =
  | { readonly kind: 'progress'; readonly step: string }
  | { readonly kind: 'made'; readonly made: MadeEdition }
  | { readonly kind: 'looked'; readonly found: FoundNames }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'failed'; readonly message: string }

const tell = (message: EditionMessage): void => {
  process.send?.(message)
}

const work = async (task: EditionTask): Promise<void> => {
  try {
    if (task.request === null) tell({ kind: 'looked', found: await lookForNames(task.registerFile, task.note) })
    else {
      const { registerFile, file, request } = task
      tell({ kind: 'made', made: await makeEdition(registerFile, file, request, (step) => tell({ kind: 'progress', step }), true) })
    }
  } catch (error) {
    if (error instanceof RefusedEditionError) tell({ kind: 'refused', refusals: error.refusals })
    else tell({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' })
  }
  process.disconnect()
}

endOnUncaught('desk')
// Readers and staff come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.once('message', (task) => {
  void work(task as EditionTask)
})
