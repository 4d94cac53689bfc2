import { constants, setPriority } from 'node:os'
import type { PublicationPreview } from '#contract/publishing.ts'
import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { endOnUncaught } from '../http/end-on-uncaught.ts'
import { RefusedEditionError } from './find-verdict.ts'
import { type EditionRequest, type MadeEdition, makeEdition } from './make-edition.ts'
import { type FoundNames, lookForNames } from './look-for-names.ts'
import { previewPublication } from './preview.ts'
import type { Refusal } from './withheld-names.ts'

/*
 * The process that makes an edition, so that a long copy blocks nobody and can be killed.
 * It is given one task, answers it with messages and ends.
 */

/** Without a request: only say what publishing would change, and whether names stand in the way. */
export type EditionTask =
  | { readonly registerFile: string; readonly file: string; readonly request: EditionRequest }
  | { readonly registerFile: string; readonly editionsDir: string; readonly request: null; readonly note?: string }

export type EditionMessage =
  | { readonly kind: 'progress'; readonly step: string }
  | { readonly kind: 'made'; readonly made: MadeEdition }
  | { readonly kind: 'looked'; readonly preview: PublicationPreview; readonly found: FoundNames }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'failed'; readonly message: string }

const tell = (message: EditionMessage): void => {
  process.send?.(message)
}

/** Counts everybody, which takes long where they are many. */
const previewOf = async (registerFile: string, editionsDir: string): Promise<PublicationPreview> => {
  const register = openForPublishing<Register>(registerFile)
  try {
    return await previewPublication(register.db, editionsDir)
  } finally {
    await register.close()
  }
}

const work = async (task: EditionTask): Promise<void> => {
  try {
    if (task.request === null) {
      const found = await lookForNames(task.registerFile, task.note)
      tell({ kind: 'looked', preview: await previewOf(task.registerFile, task.editionsDir), found })
    } else {
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
