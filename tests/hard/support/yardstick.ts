import { hashPassword } from '#server/desk/accounts/passwords.ts'

/** What hashing one password takes on two idle cores, in milliseconds. */
const idleMs = 60

/**
 * How many times slower this machine is at the moment than two idle cores, at least 1: what a
 * limit in time is multiplied by, so that it says something of the program on a busy machine too.
 */
export const slownessNow = async (): Promise<number> => {
  const started = performance.now()
  await hashPassword('a yardstick of a password')
  return Math.max(1, (performance.now() - started) / idleMs)
}
