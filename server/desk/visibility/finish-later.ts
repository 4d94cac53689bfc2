import { removeSuperseded } from '../../editions/superseded.ts'

/** How often it is looked whether old files can go, in milliseconds. */
const lookAgainMs = 1000

const followed = new Set<string>()

/** Goes on deleting old revisions as readers let go of them, until none is left. Does not keep the process alive. */
export const finishLater = (editionsDir: string, failed: (error: unknown) => void): void => {
  if (followed.has(editionsDir)) return
  followed.add(editionsDir)
  const timer = setInterval(() => {
    const stop = () => {
      clearInterval(timer)
      followed.delete(editionsDir)
    }
    removeSuperseded(editionsDir).then(
      (pending) => {
        if (pending.length === 0) stop()
      },
      (error: unknown) => {
        stop()
        failed(error)
      },
    )
  }, lookAgainMs)
  timer.unref()
}
