import { type Lane, openLane } from './lane.ts'
import type { Aside } from './mount-long.ts'

const common = { readers: 2, waiting: 50, waitMs: 10_000, idleMs: 60_000 }

/** A reader works on one answer at a time, so that one that is stopped takes no other with it; files give way to each other. */
const perReader = { answers: 1, files: 16 }

/**
 * Readers for the long questions of a door: none until the first is asked. `program` is a file that
 * calls `beReader` for this task; `seconds` is the longest an answer may take.
 */
export const openAside = <Task>(
  program: URL,
  task: Task,
  { seconds, isNeeded }: { readonly seconds: number; readonly isNeeded: () => boolean },
): Aside & { readonly close: () => Promise<void> } => {
  const lane = (each: number): Lane => openLane(program, task, { ...common, each, answerMs: seconds * 1000 })
  const [answers, files] = [lane(perReader.answers), lane(perReader.files)]
  return {
    answers,
    files,
    isNeeded,
    close: async () => {
      await Promise.all([answers.close(), files.close()])
    },
  }
}
