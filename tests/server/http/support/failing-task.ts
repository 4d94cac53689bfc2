import { doOneTask } from '#server/one-task.ts'

/** A task that fails where nobody waits for it, with a name in its words. */
doOneTask(
  () =>
    new Promise<void>(() => {
      setTimeout(() => {
        throw new Error('there is no Vymyslaú Prydumany')
      }, 0)
    }),
)
