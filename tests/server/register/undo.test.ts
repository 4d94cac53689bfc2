import { assert, asyncProperty, constantFrom, array as listOf, nat, record } from 'fast-check'
import type { Transaction } from 'kysely'
import { expect, test } from 'vitest'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { inChangeset } from '#server/register/changeset.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { carryOut } from '#server/register/undo/carry-out.ts'
import { planRestore } from '#server/register/undo/plan-restore.ts'
import { planUndo } from '#server/register/undo/plan-undo.ts'
import type { Plan } from '#server/register/undo/plan.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { allRecords } from '#tests/support/all-records.ts'
import { enterPerson } from '#tests/support/enter-people.ts'
import { emptyRegister, seededRegister, write } from '#tests/support/test-register.ts'

type Db = Transaction<Register>

const lastChangeset = async ({ db }: Opened<Register>): Promise<number> =>
  (await db.selectFrom('changeset').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id

const carry = (register: Opened<Register>, plan: Plan): Promise<void> =>
  inChangeset(register.db, { kind: 'correction', author: 'A tester', reason: 'taken back' }, (db, changeset) => carryOut(db, changeset, plan))

const undo = async (register: Opened<Register>, changeset: number): Promise<Plan> => {
  const plan = await planUndo(register.db, changeset)
  if (plan.collisions.length === 0) await carry(register, plan)
  return plan
}

const pick = async (db: Db, table: 'detainee' | 'release_event' | 'detainee_name' | 'event_note' | 'detention', at: number): Promise<number | null> => {
  const rows = await db.selectFrom(table).select('id').orderBy('id').execute()
  return rows[at % Math.max(1, rows.length)]?.id ?? null
}

/** Things that people do to records, each on a row picked by a number. */
const acts: Readonly<Record<string, (db: Db, at: number) => Promise<unknown>>> = {
  'a person is entered': (db, at) => enterPerson(db, { names: [`Ales Vydumany ${at}`], arrests: [{ country: 'XV', date: '2021' }] }),
  'a person is described': async (db, at) =>
    db.updateTable('detainee').set({ description: `number ${at}` }).where('id', '=', (await pick(db, 'detainee', at)) ?? 0).execute(),
  'an occupation is entered': async (db, at) =>
    db.updateTable('detainee').set({ occupation: `baker ${at % 3}` }).where('id', '=', (await pick(db, 'detainee', at)) ?? 0).execute(),
  'a note is taken out': async (db, at) => {
    const id = (await pick(db, 'event_note', at)) ?? 0
    await db.deleteFrom('evidence').where('record_table', '=', 'event_note').where('record_id', '=', id).execute()
    await db.deleteFrom('event_note').where('id', '=', id).execute()
  },
  'a note is added': async (db, at) => {
    const event = await pick(db, 'release_event', at)
    if (event !== null) await db.insertInto('event_note').values({ release_event_id: event, kind: 'context', text: `note ${at}` }).execute()
  },
  'a detention moves': async (db, at) => {
    const to = await pick(db, 'detainee', at)
    if (to !== null) await db.updateTable('detention').set({ detainee_id: to }).where('id', '=', (await pick(db, 'detention', at)) ?? 0).execute()
  },
  'evidence is added': async (db, at) => {
    const id = await pick(db, 'detainee_name', at)
    if (id !== null) await db.insertInto('evidence').values({ source_id: 1, record_table: 'detainee_name', record_id: id, field: 'text' }).execute()
  },
  'an event is retitled': async (db, at) =>
    db.updateTable('release_event').set({ title: `Velmaria: release ${at}` }).where('id', '=', (await pick(db, 'release_event', at)) ?? 0).execute(),
}

const oneChangeset = listOf(record({ act: constantFrom(...Object.keys(acts)), at: nat(60) }), { minLength: 1, maxLength: 6 })

const perform = (register: Opened<Register>, made: readonly { readonly act: string; readonly at: number }[]): Promise<void> =>
  write(register, async (db) => {
    for (const { act, at } of made) await acts[act]?.(db, at)
  })

test('changesets taken back from the last to the first leave every record table as it was before each', async () => {
  await assert(
    asyncProperty(listOf(oneChangeset, { minLength: 1, maxLength: 5 }), async (changesets) => {
      const register = await openRegisterFile(':memory:')
      await seedRegister(register.db)
      const states: { readonly id: number; readonly before: ReturnType<typeof allRecords> }[] = []
      for (const one of changesets) {
        const before = allRecords(register)
        await perform(register, one)
        states.push({ id: await lastChangeset(register), before })
      }
      for (const { id, before } of states.toReversed()) {
        expect((await undo(register, id)).collisions).toEqual([])
        expect(allRecords(register)).toEqual(before)
      }
      expect((await verifyRegister(register.raw, { editionsDir: '/nonexistent' })).findings).toEqual([])
      await register.close()
    }),
    { numRuns: 15 },
  )
})

test('a changeset that others came after is taken back whole, or refused with what stands in the way, and then nothing changes', async () => {
  await assert(
    asyncProperty(listOf(oneChangeset, { minLength: 2, maxLength: 4 }), nat(3), async (changesets, which) => {
      const register = await openRegisterFile(':memory:')
      await seedRegister(register.db)
      const ids: number[] = []
      for (const one of changesets) {
        await perform(register, one)
        ids.push(await lastChangeset(register))
      }
      const before = allRecords(register)
      const plan = await undo(register, ids[which % ids.length] ?? 0)
      if (plan.collisions.length > 0) expect(allRecords(register)).toEqual(before)
      else {
        // Taking the taking back back is where it was.
        expect((await undo(register, await lastChangeset(register))).collisions).toEqual([])
        expect(allRecords(register)).toEqual(before)
      }
      expect(register.raw.pragma('foreign_key_check')).toEqual([])
      await register.close()
    }),
    { numRuns: 20 },
  )
})

test('another column of the same row does not stand in the way, the same one does', async () => {
  const register = await emptyRegister()
  const id = await write(register, (db) => enterPerson(db, { names: ['Ivan Vydumany'], occupation: 'baker' }))
  await write(register, (db) => db.updateTable('detainee').set({ occupation: 'miller' }).where('id', '=', id).execute())
  const corrected = await lastChangeset(register)
  await write(register, (db) => db.updateTable('detainee').set({ description: 'of a village' }).where('id', '=', id).execute())
  expect((await undo(register, corrected)).collisions).toEqual([])
  expect(allRecords(register)['detainee']).toMatchObject([{ occupation: 'baker', description: 'of a village' }])
  await write(register, (db) => db.updateTable('detainee').set({ occupation: 'cook' }).where('id', '=', id).execute())
  expect((await undo(register, corrected + 2)).collisions).toMatchObject([{ table: 'detainee', id, what: 'changed', columns: ['occupation'] }])
})

test('an entry that something entered since rests on is not taken back', async () => {
  const register = await seededRegister()
  const id = await write(register, (db) => enterPerson(db, { names: ['Ivan Vydumany'] }))
  const entered = await lastChangeset(register)
  await write(register, (db) =>
    db.insertInto('evidence').values({ source_id: 1, record_table: 'detainee', record_id: id, field: 'sex' }).execute(),
  )
  const before = allRecords(register)
  const { collisions } = await undo(register, entered)
  expect(collisions).toMatchObject([{ table: 'detainee', id, what: 'used', other: { table: 'evidence' } }])
  expect(allRecords(register)).toEqual(before)
})

test('an earlier version of an event brings back its rows with their numbers and takes out what came later', async () => {
  const register = await seededRegister()
  const event = await register.db.selectFrom('event_note').select('release_event_id as id').orderBy('id').executeTakeFirstOrThrow()
  const first = await lastChangeset(register)
  const before = allRecords(register)
  await inChangeset(register.db, { kind: 'correction', author: 'A tester', reason: 'for a test' }, async (db, changeset) => {
    const notes = await db.selectFrom('event_note').where('release_event_id', '=', event.id).select('id').execute()
    for (const { id } of notes) {
      await db.deleteFrom('evidence').where('record_table', '=', 'event_note').where('record_id', '=', id).execute()
      await db.deleteFrom('event_note').where('id', '=', id).execute()
    }
    await db.insertInto('event_note').values({ release_event_id: event.id, kind: 'context', text: 'new' }).execute()
    await db.updateTable('release_event').set({ title: 'Retitled' }).where('id', '=', event.id).execute()
    await changeset.touch({ table: 'release_event', id: event.id })
  })
  const plan = await planRestore(register.db, { table: 'release_event', id: event.id }, first)
  expect(plan.collisions).toEqual([])
  await carry(register, plan)
  expect(allRecords(register)).toEqual(before)
})

test('an earlier version of a person does not show them to the public again', async () => {
  const register = await emptyRegister()
  const id = await inChangeset(register.db, { kind: 'new', author: 'A tester', reason: 'for a test' }, async (db, opened) => {
    const person = await enterPerson(db, { names: ['Ivan Vydumany'], occupation: 'baker' })
    await opened.touch({ table: 'detainee', id: person })
    return person
  })
  const first = await lastChangeset(register)
  await inChangeset(register.db, { kind: 'redaction', author: 'A tester', reason: 'for a test' }, async (db, opened) => {
    await db.updateTable('detainee').set({ visibility: 'withheld', occupation: 'miller' }).where('id', '=', id).execute()
    await opened.touch({ table: 'detainee', id })
  })
  await carry(register, await planRestore(register.db, { table: 'detainee', id }, first))
  expect(allRecords(register)['detainee']).toMatchObject([{ visibility: 'withheld', occupation: 'baker' }])
})
