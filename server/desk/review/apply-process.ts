import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { openForWriting } from '../../db/sqlite.ts'
import { endOnUncaught } from '../../http/end-on-uncaught.ts'
import { HttpError, changedMeanwhile, stale } from '../../http/errors.ts'
import { writeTransaction } from '../write-transaction.ts'
import { decide } from './decide.ts'

/*
 * The process that approves a large proposal, so that a transaction of minutes keeps nobody from reading.
 * All of it is one transaction: killed, it has done nothing.
 */

export type ApplyTask = {
  readonly registerFile: string
  readonly proposalId: number
  readonly version: number
  readonly reviewer: Account
  readonly reason: string
}

export type ApplyMessage =
  | { readonly kind: 'applied' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: HttpError['code']; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }

const work = async ({ registerFile, proposalId, version, reviewer, reason }: ApplyTask): Promise<ApplyMessage> => {
  const register = openForWriting<Register>(registerFile)
  try {
    await writeTransaction(register.db, (db) =>
      decide(db, proposalId, reviewer, { decision: 'approve', reason }, (proposal) => {
        if (proposal.version !== version) throw stale(changedMeanwhile)
      }),
    )
    return { kind: 'applied' }
  } catch (error) {
    if (error instanceof HttpError) return { kind: 'refused', status: error.status, code: error.code, message: error.message }
    return { kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }
  } finally {
    await register.close()
  }
}

endOnUncaught('desk')
process.once('disconnect', () => process.exit())
process.once('message', (task) => {
  void work(task as ApplyTask).then((message) => process.send?.(message, undefined, undefined, () => process.disconnect()))
})
