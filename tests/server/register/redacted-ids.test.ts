import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RedactedIdsError, addRedactedIds, readRedactedIds } from '#server/register/redacted-ids.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'

const at = '2026-01-02T03:04:05.000Z'
const person = { act: 'person', id: 12, at } as const
const value = { act: 'value', table: 'event_note', id: 7, field: 'text', count: 2, salt: '00ff', digest: 'abcd', at } as const

test('what was taken out is listed by number, once, and only its owner may read the list', async () => {
  const file = join(await temporaryFolder(), 'apart', 'redacted-ids.jsonl')
  expect(await readRedactedIds(file)).toEqual([])
  await addRedactedIds(file, [person])
  await addRedactedIds(file, [{ ...person, at: '2026-02-02T00:00:00.000Z' }, value])
  expect(await readRedactedIds(file)).toEqual([person, value])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('of what the public is shown, every turn is kept in its order', async () => {
  const file = join(await temporaryFolder(), 'redacted-ids.jsonl')
  const turns = (['withheld', 'public', 'withheld'] as const).map((visibility) => ({ act: 'visibility', id: 3, visibility, at }) as const)
  for (const turn of turns) await addRedactedIds(file, [turn])
  expect(await readRedactedIds(file)).toEqual(turns)
})

test('a line that a crash cut short is passed over, and the next takes its place', async () => {
  const file = join(await temporaryFolder(), 'redacted-ids.jsonl')
  await addRedactedIds(file, [person])
  await appendFile(file, '{"act":"per')
  expect(await readRedactedIds(file)).toEqual([person])
  await addRedactedIds(file, [value])
  expect(await readRedactedIds(file)).toEqual([person, value])
  expect(await readFile(file, 'utf8')).not.toContain('{"act":"per\n')
})

test('a list that was altered is refused, not read in part', async () => {
  const file = join(await temporaryFolder(), 'redacted-ids.jsonl')
  await writeFile(file, `${JSON.stringify(person)}\nnonsense\n${JSON.stringify(value)}\n`)
  await expect(readRedactedIds(file)).rejects.toThrow(RedactedIdsError)
})
