import { describe, expect, test } from 'vitest'
import type { ProposalKind } from '#contract/proposal-kinds.ts'
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

type Passed = { readonly ref: string; readonly schema: unknown; readonly problems: unknown; readonly changes: unknown; readonly written: number }

/** What comes of a record that passes through its write body, the proposal's schema and back into the register. */
const passOne = async (register: Opened<Register>, code: (typeof kinds)[number], id: number): Promise<Passed> => {
  const { db } = register
  const kind = kindOf(code)
  const present = await kind.findPresent(db, id)
  const sent = { kind: code, recordId: id, baseVersion: present?.version, changeKind: 'correction', reason: 'A test', body: present?.body }
  const read = kind.read(present?.body)
  if (!('body' in read)) throw new Error(`${kind.prefix}-${id} does not fit its schema`)
  const before = await changesIn(register)
  const problems = await read.body.findProblems(db, id)
  const changes = await read.body.findChanges(db, id)
  await inChangeset(db, { kind: 'correction', author: 'A tester', reason: 'a test' }, (transaction, changeset) =>
    read.body.apply(transaction, changeset, id),
  )
  return {
    ref: `${kind.prefix}-${id}`,
    schema: createProposal.body.safeParse(sent).error?.issues ?? [],
    problems,
    changes,
    written: (await changesIn(register)) - before,
  }
}

const passAll = async (register: Opened<Register>): Promise<Passed[]> => {
  const passed: Passed[] = []
  for (const code of kinds) {
    const rows = await register.db.selectFrom(code).select('id').orderBy('id').execute()
    for (const { id } of rows) passed.push(await passOne(register, code, id))
  }
  return passed
}

const unchanged = ({ ref }: Passed): Passed => ({ ref, schema: [], problems: {}, changes: [], written: 0 })

describe('a record that is opened in its form and saved unchanged changes nothing', () => {
  test('any seeded person, sanctions action and source', async () => {
    const passed = await passAll(await seededRegister())
    expect(passed.length).toBeGreaterThan(60)
    expect(passed).toEqual(passed.map(unchanged))
  })

  test('any invented person, sanctions action and source', async () => {
    const passed = await passAll(await fictionalRegister())
    expect(passed.length).toBeGreaterThan(200)
    expect(passed).toEqual(passed.map(unchanged))
  })
})
