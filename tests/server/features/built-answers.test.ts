import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Detainee } from '#contract/detainees.ts'
import { ReleaseEvent } from '#contract/release-events.ts'
import { ReleaseStats } from '#contract/stats.ts'
import { findReleaseEvent } from '#server/features/release-events/release-event.queries.ts'
import { addressOf, countingRule, eventFilter } from '../../support/filters.ts'
import { emptyRegister, write } from '../../support/test-register.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'
import { askRegister } from './support/ask.ts'
import { enterPerson } from './support/enter-records.ts'

/*
 * Answers that no schema reads on their way out are held to the contract here: nothing is in them that
 * it does not list, and all of it is as it says.
 */

let mounts: TwoMounts

beforeAll(async () => {
  mounts = await openTwoMounts({
    detainees: 300,
    seed: 11,
    change: (register) =>
      write(register, async (db) => {
        for (let id = 10; id <= 300; id += 10) await db.updateTable('detainee').set({ merged_into: id - 1 }).where('id', '=', id).execute()
      }),
  })
})

afterAll(() => mounts.close())

const asTheContractHasIt = (schema: typeof Detainee | typeof ReleaseEvent, text: string): string => JSON.stringify(schema.parse(JSON.parse(text)))

test('every person, of the register and of an edition, is answered with what the contract lists and nothing else', async () => {
  const ids = mounts.register.raw.prepare<[], number>('SELECT id FROM detainee ORDER BY id').pluck().all()
  expect(ids.length).toBeGreaterThan(299)
  for (const id of ids) {
    const [fromRegister, fromEdition] = [await mounts.fromRegister.get(`/detainees/${id}`), await mounts.fromEdition.get(`/detainees/${id}`)]
    expect(fromRegister.status).toBe(200)
    expect(fromRegister.text).toBe(asTheContractHasIt(Detainee, fromRegister.text))
    expect(fromEdition.text).toBe(fromRegister.text)
  }
})

test('for any filter and rule, releases over time and by place are answered with what the contract lists and nothing else', async () => {
  const by = fc.constantFrom({ by: 'month', split: 'country' }, { by: 'quarter', split: 'destination' }, { by: 'basis' })
  await fc.assert(
    fc.asyncProperty(eventFilter, by, countingRule, async (filter, shape, rule) => {
      const path = addressOf('/stats/releases', { ...filter, ...shape, rule })
      const [fromRegister, fromEdition] = [await mounts.fromRegister.get(path), await mounts.fromEdition.get(path)]
      expect(fromRegister.status).toBe(200)
      expect(fromRegister.text).toBe(JSON.stringify(ReleaseStats.parse(fromRegister.json())))
      expect(fromEdition.text).toBe(fromRegister.text)
    }),
    { numRuns: 60 },
  )
})

test('every release event, of the register and of an edition, is answered so, with all the evidence that is found of it', async () => {
  const ids = mounts.register.raw.prepare<[], number>('SELECT id FROM release_event ORDER BY id').pluck().all()
  expect(ids.length).toBeGreaterThan(5)
  for (const id of ids) {
    const [fromRegister, fromEdition] = [await mounts.fromRegister.get(`/release-events/${id}`), await mounts.fromEdition.get(`/release-events/${id}`)]
    expect(fromRegister.status).toBe(200)
    expect(fromRegister.text).toBe(asTheContractHasIt(ReleaseEvent, fromRegister.text))
    expect(fromEdition.text).toBe(fromRegister.text)
    expect(JSON.stringify(await findReleaseEvent(mounts.register.db, id))).toBe(fromRegister.text)
  }
})

test('what is merged into a person is in their answer, with its evidence', async () => {
  const kept = Detainee.parse((await mounts.fromRegister.get('/detainees/9')).json())
  const merged = Detainee.parse((await mounts.fromRegister.get('/detainees/10')).json())
  expect(merged.mergedInto).toBe(9)
  expect(kept.names).toEqual(expect.arrayContaining(merged.names))
  expect(kept.detentions).toEqual(expect.arrayContaining(merged.detentions))
  const own = merged.evidence.filter(({ on }) => on.record !== 'detainee')
  expect(own.length).toBeGreaterThan(0)
  expect(kept.evidence).toEqual(expect.arrayContaining(own))
})

test('a text comes out as it went in, whatever is in it', async () => {
  const register = await emptyRegister()
  const odd = 'He said "no \\ never"\n\tthen \u0001 left 🙂 </script> \u2028 Ł'
  const id = await enterPerson(register, { description: odd, names: [{ text: `O'Sample "Mira" \\`, kind: 'primary' }] })
  const { ask } = await askRegister(register)
  const person = await ask(Detainee, `/detainees/${id}`)
  expect(person.description).toBe(odd)
  expect(person.names.map(({ text }) => text)).toEqual([`O'Sample "Mira" \\`])
})

test('nobody of that number is 404, and a number that is none says so', async () => {
  expect((await mounts.fromEdition.get('/detainees/99999')).status).toBe(404)
  expect((await mounts.fromEdition.get('/detainees/none')).status).toBe(400)
  expect((await mounts.fromEdition.get('/detainees/3?unknown=1')).status).toBe(400)
})
