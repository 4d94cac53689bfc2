import { makeLog } from './log.ts'

/** Ends the process on an error that nobody caught, as Node does, but without its message: that may hold a name. */
export const endOnUncaught = (door: 'public' | 'desk'): void => {
  const log = makeLog(door)
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'nobody caught this: the process ends')
    process.exit(1)
  })
}
