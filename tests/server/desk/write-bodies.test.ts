import { describe, expect, test } from 'vitest'
import type { ProposalKind } from '#contract/proposals.ts'
import { createProposal } from '#contract/proposals.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import { kindOf } from '#server/desk/kinds/kinds.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { inChangeset } from '#server/register/changeset.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { emptyRegister, seededRegister } from '#tests/support/test-register.ts'

const kinds = ['detainee', 'sanctions_action', 'source'] as const satisfies readonly ProposalKind[]

/** The register with invented people of every sort. */
const fictionalRegister = async (): Promise<Opened<Register>> => {
  const register = await emptyRegister()
  for (const batch of fictionalBatches({ detainees: 200, seed: 11 })) await loadBatch(register.db, batch)
  return register
}

const changesIn = async ({ db }: Opened<Register>): Promise<number> =>
  Number((await db.selectFrom('change').where('table_name', '<>', 'changeset').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)

/** Each record of these kinds passes through its write body, the proposal's schema and back into the register. */
const passThrough = async (register: Opened<Register>): Promise<void> => {
  const { db } = register
  for (const code of kinds) {
    const kind = kindOf(code)
    const rows = await db.selectFrom(code).select('id').orderBy('id').execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const { id } of rows) {
      const present = await kind.findPresent(db, id)
      const sent = { kind: code, recordId: id, baseVersion: present?.version, changeKind: 'correction', reason: 'A test', body: present?.body }
      const parsed = createProposal.body.safeParse(sent)
      expect(parsed.error?.issues ?? [], `${kind.prefix}-${id}`).toEqual([])
      const read = kind.read(present?.body)
      if (!('body' in read)) throw new Error(`${kind.prefix}-${id} does not fit its schema`)
      expect(await read.body.findProblems(db, id), `${kind.prefix}-${id}`).toEqual({})
      expect(await read.body.findChanges(db, id), `${kind.prefix}-${id}`).toEqual([])
      const before = await changesIn(register)
      await inChangeset(db, { kind: 'correction', author: 'A tester', reason: 'a test' }, (transaction, changeset) =>
        read.body.apply(transaction, changeset, id),
      )
      expect(await changesIn(register), `${kind.prefix}-${id} was written though nothing changed`).toBe(before)
    }
  }
}

describe('a record that is opened in its form and saved unchanged changes nothing', () => {
  test('any seeded person, sanctions action and source', async () => {
    await passThrough(await seededRegister())
  })

  test('any invented person, sanctions action and source', { timeout: 120_000 }, async () => {
    await passThrough(await fictionalRegister())
  })
})
