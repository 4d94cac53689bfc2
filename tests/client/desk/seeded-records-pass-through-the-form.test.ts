import { expect, test } from 'vitest'
import { type RecordForm, detaineeForm, sanctionsActionForm, sourceForm } from '#client/features/record-forms/form-kinds.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { kindOf } from '#server/desk/kinds/kinds.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { emptyRegister, seededRegister } from '#tests/support/test-register.ts'

/** What the form finds wrong in a record as it is, and what saving it unchanged would change. */
const passOne = async ({ db }: Opened<Register>, form: RecordForm, id: number) => {
  const kind = kindOf(form.code)
  const present = await kind.findPresent(db, id)
  const opened = form.read(present?.body)
  if (opened === null) throw new Error(`${form.prefix}-${id} does not fit the form`)
  const { body, findings } = form.bodyFromDraft(form.draftFromBody(opened, new Map(), { changeKind: 'correction', reason: '' }))
  const read = kind.read(body)
  return {
    ref: `${form.prefix}-${id}`,
    problems: [...findings.problems],
    changes: 'body' in read ? await read.body.findChanges(db, id) : read.problems,
  }
}

const passAll = async (register: Opened<Register>) => {
  const passed = []
  for (const form of [detaineeForm, sanctionsActionForm, sourceForm]) {
    const table = form.code as 'detainee' | 'sanctions_action' | 'source'
    const rows = await register.db.selectFrom(table).select('id').orderBy('id').execute()
    for (const { id } of rows) passed.push(await passOne(register, form, id))
  }
  return passed
}

const unchanged = ({ ref }: { ref: string }) => ({ ref, problems: [], changes: [] })

test('opening any seeded person, sanctions action or source in its form and saving it unchanged proposes no change', async () => {
  const passed = await passAll(await seededRegister())
  expect(passed.length).toBeGreaterThan(60)
  expect(passed).toEqual(passed.map(unchanged))
})

test('so does any invented one', async () => {
  const register = await emptyRegister()
  for (const batch of fictionalBatches({ detainees: 120, seed: 11 })) await loadBatch(register.db, batch)
  const passed = await passAll(register)
  expect(passed.length).toBeGreaterThan(120)
  expect(passed).toEqual(passed.map(unchanged))
})
