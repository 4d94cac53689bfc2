import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { write } from '#tests/support/test-register.ts'

export const request = { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }

/** The seed's register in this folder, closed when the test ends. */
export const registerIn = async (folder: string): Promise<Opened<Register>> => {
  const register = await openRegister(folder)
  onTestFinished(() => register.close())
  await seedRegister(register.db)
  return register
}

/** Makes its edition; the register may be open. */
export const publish = async (folder: string) => {
  const file = join(folder, 'edition.sqlite')
  const made = await makeEdition(registerFile(folder), file, request)
  return { file, made }
}

/** Someone who was taken to Lithuania, with texts that say how visible they are. */
export const enterPerson = (
  register: Opened<Register>,
  name: string,
  visibility: 'public' | 'name_withheld' | 'withheld',
  eventId = 1,
): Promise<number> =>
  write(register, async (db) => {
    const { id } = await db
      .insertInto('detainee')
      .values({ visibility, description: `Described as ${visibility}`, occupation: 'Marked occupation' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('detainee_name')
      .values({ detainee_id: id, text: name, folded: foldText(name), name_key: nameKey(name) })
      .execute()
    await db
      .insertInto('release_person')
      .values({ release_event_id: eventId, detainee_id: id, destination: 'LT', destination_state: 'arrived', restrictions: `Bound as ${visibility}`, onward_country: 'IS', onward_edtf: '2026-02', onward_earliest: '2026-02-01', onward_latest: '2026-02-28', onward_basis: 'stated' })
      .execute()
    return id
  })

/** In UTF-8 or UTF-16. */
export const bytesHold = async (file: string, text: string): Promise<boolean> => {
  const bytes = await readFile(file)
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
}
