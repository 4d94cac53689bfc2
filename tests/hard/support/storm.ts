import { openForPublishing } from '#server/db/sqlite.ts'
import type { Register } from '#server/db/register.ts'
import { registerFile } from '#server/register/open.ts'
import { verifyRegister } from '#server/register/verify.ts'
import type { Finding } from '#server/register/verify-finding.ts'
import type { Answer, Client } from '../../server/desk/support/client.ts'
import { aProposal, aRelease, review } from '../../server/desk/support/release.ts'

/** What the desk said was saved: proposals by number with the reason sent, and numbers of approved records with their title. */
export type Acknowledged = { readonly proposals: Map<number, string>; readonly records: Map<number, string> }

export const nothingYet = (): Acknowledged => ({ proposals: new Map(), records: new Map() })
export const sizeOf = ({ proposals, records }: Acknowledged): number => proposals.size + records.size

let made = 0

/** Every this many proposals one is approved: it writes records, their history and the chain. */
const approvesEvery = 8

/**
 * One writer: proposes and now and then approves, one after the other, until `goesOn` says no or
 * the desk is gone. What is answered with success is noted at once. Returns the first answer
 * that was neither, or null.
 */
const writer = async (client: Client, noted: Acknowledged, goesOn: () => boolean): Promise<Answer | null> => {
  while (goesOn()) {
    made += 1
    const text = `Storm ${made}`
    try {
      const proposal = await client.post('/proposals', aProposal(aRelease({ title: text, people: [] }), { reason: text }))
      if (proposal.status !== 201) return proposal
      noted.proposals.set(proposal.body.id, text)
      if (made % approvesEvery !== 0) continue
      const approved = await review(client, proposal)
      if (approved.status !== 200) return approved
      noted.records.set(approved.body.appliedTo, text)
    } catch {
      return null
    }
  }
  return null
}

/** Several writers at once, until all have ended. Returns the first answer that was no success, if there was any. */
export const storm = async (client: Client, noted: Acknowledged, goesOn: () => boolean, writers = 8): Promise<Answer | null> => {
  const answers = await Promise.all(Array.from({ length: writers }, () => writer(client, noted, goesOn)))
  return answers.find((answer) => answer !== null) ?? null
}

export type Kept = { readonly lost: readonly string[]; readonly findings: readonly Finding[] }

/** Which acknowledged writes a register does not hold as they were sent, and what its own verification finds. */
export const holds = async (dataDir: string, { proposals, records }: Acknowledged): Promise<Kept> => {
  const register = openForPublishing<Register>(registerFile(dataDir))
  try {
    const reasons = new Map((await register.db.selectFrom('proposal').select(['id', 'reason']).execute()).map((row) => [row.id, row.reason]))
    const titles = new Map((await register.db.selectFrom('release_event').select(['id', 'title']).execute()).map((row) => [row.id, row.title]))
    const lost = [
      ...[...proposals].filter(([id, reason]) => reasons.get(id) !== reason).map(([id]) => `proposal ${id}`),
      ...[...records].filter(([id, title]) => titles.get(id) !== title).map(([id]) => `R-${id}`),
    ]
    return { lost, findings: (await verifyRegister(register.raw, { editionsDir: dataDir })).findings }
  } finally {
    await register.close()
  }
}
