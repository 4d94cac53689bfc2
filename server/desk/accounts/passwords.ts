import { hash, verify } from '@node-rs/argon2'
import { atMost } from './at-most.ts'

/** argon2id (the library's default), 64 MiB, 3 passes, 1 lane: RFC 9106, second recommended option, one lane. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1, outputLen: 32 } as const

/** Four hashes hold 256 MiB; more at once would let a burst of sign-ins take the machine's memory. */
const inTurn = atMost(4)

/** The PHC string of a password: `$argon2id$v=19$m=65536,t=3,p=1$…`. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), cost))

export const verifyPassword = ({ hash: kept, password }: { hash: string; password: string }): Promise<boolean> =>
  inTurn(() => verify(kept, password.normalize('NFKC')))
