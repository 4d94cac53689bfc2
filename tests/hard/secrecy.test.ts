import { copyFile, cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { fictionalBatches } from '#seed/fictional.ts'
import type { Config } from '#server/config.ts'
import { editionFile, readEditionIndex } from '#server/editions/edition-index.ts'
import { hashFile } from '#server/editions/edition-file.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { startPublic } from '#server/public.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { registerFile } from '#server/register/open.ts'
import { emptyPages } from '#tests/support/edition-door.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'
import type { Client } from '../server/desk/support/client.ts'
import { upload } from '../server/desk/support/imports.ts'
import { type Desk, openDesk } from '../server/desk/support/open-desk.ts'
import { aProposal, aRelease } from '../server/desk/support/release.ts'
import { answeredOtherwise, askMany } from './support/ask-many.ts'
import { changeConfidential } from './support/change-confidential.ts'
import { publicAddresses } from './support/public-addresses.ts'
import type { Known } from './support/sample-schema.ts'

/*
 * Whatever is not published may be anything: the public door says the same, byte for byte.
 */

const asked = 5000
const secret = 'Qzzkept Wwsecret'

/** A desk over invented people, some of them withheld and some without their name, with two editions published. */
const publishedDesk = async (): Promise<{ desk: Desk; keeper: Client }> => {
  const desk = await openDesk()
  for (const batch of fictionalBatches({ detainees: 250, seed: 11 })) await loadBatch(desk.register.db, batch)
  const keeper = await desk.signIn('Kira Keeper', 'contributor', 'reviewer', 'publisher', 'admin')
  for (const note of ['The first', 'The second']) {
    const answer = await keeper.post('/publish', { note, confirmed: true })
    expect([answer.status, answer.body]).toMatchObject([201, {}])
    const more = fictionalBatches({ detainees: 40, seed: 12 })
    if (note === 'The first') for (const batch of more) await loadBatch(desk.register.db, batch)
  }
  return { desk, keeper }
}

/** The public door over a folder of editions, which keeps no answer: each is worked out anew. */
const openDoor = async (config: Config, editionsDir: string): Promise<string> => {
  const door = await startPublic({ ...config, editionsDir, answerCacheBytes: 0, publicUrl: 'https://register.example.org' })
  onTestFinished(() => door.close())
  return door.address
}

/** Numbers and words of what is published and of what is not: whoever looks for a secret asks for it. */
const knownOf = ({ register }: Desk): Known => {
  const texts = (select: string): string[] => register.raw.prepare<[], string>(select).pluck().all()
  const hidden = texts("SELECT text FROM detainee_name JOIN detainee ON detainee.id = detainee_id WHERE visibility <> 'public' LIMIT 12")
  const shown = texts("SELECT text FROM detainee_name JOIN detainee ON detainee.id = detainee_id WHERE visibility = 'public' LIMIT 12")
  const withheld = register.raw.prepare<[], number>("SELECT id FROM detainee WHERE visibility <> 'public' LIMIT 12").pluck().all()
  return {
    ids: [1, 2, 3, 7, 19, 40, 150, ...withheld, 999_999],
    words: [secret, ...hidden, ...shown, 'a', 'Ostrel', 'teacher', 'prisoners', '361-1', 'Potash'],
    countries: ['XV', 'LT', 'PL', 'BY', 'QQ'],
    cursors: ['abc', Buffer.from('["name","x",1]').toString('base64url')],
    keys: ['someone'],
  }
}

/** What goes on at a desk from day to day, and is nobody's business. */
const workAtTheDesk = async (desk: Desk, keeper: Client): Promise<void> => {
  const colleague = await desk.signIn('Cora Colleague', 'contributor')
  await desk.stranger.post('/auth/sign-in/email', { email: 'cora.colleague@example.org', password: secret })
  const said = { title: secret, summary: `${secret} was among them` }
  const acts = [
    await colleague.post('/drafts', { kind: 'release_event', form: said }),
    await colleague.post('/proposals', aProposal(aRelease(said), { reason: secret, comment: secret })),
    await colleague.post('/captures', { mediaType: 'text/plain', content: Buffer.from(secret).toString('base64'), address: null }),
    await colleague.post('/detainees/1/desk-facts', { kind: 'health', text: secret }),
    await upload(desk, colleague, `Name,Arrested\n${secret},2021-06-21\n`),
    await keeper.post('/invitations', { roles: ['reviewer'] }),
    await keeper.post('/detainees/1/desk-facts', { kind: 'address', text: secret }),
    await keeper.get('/detainees/1'),
  ]
  expect(acts.map(({ status, body }) => (status < 300 ? 'done' : body))).toEqual(acts.map(() => 'done'))
}

/** The last edition once more, of the register as it is now, in a folder with the same list. */
const publishedAgain = async ({ config }: Desk): Promise<{ folder: string; sha256: string; was: string }> => {
  const folder = join(await temporaryFolder(), 'editions')
  await cp(config.editionsDir, folder, { recursive: true })
  const [last] = await readEditionIndex(folder)
  if (last === undefined) throw new Error('No edition is published')
  const { number, revision, note, publishedAt, sha256: was } = last
  const again = join(folder, 'again.sqlite')
  await makeEdition(registerFile(config.dataDir), again, { number, revision, note, publishedAt })
  await copyFile(again, editionFile(folder, last))
  return { folder, sha256: await hashFile(again), was }
}

test(`${asked} answers of the public door are the same, byte for byte, whatever the register holds that is not published`, async () => {
  const { desk, keeper } = await publishedDesk()
  await emptyPages(desk.config.clientDir)
  const door = await openDoor(desk.config, desk.config.editionsDir)
  const addresses = publicAddresses(asked, 20_261_122, knownOf(desk))
  const before = await askMany(door, addresses)
  const found = before.filter(({ status }) => status === 200).length
  expect(found).toBeGreaterThan(asked / 3)
  expect(before.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([])

  await workAtTheDesk(desk, keeper)
  await writeFile(join(desk.config.dataDir, 'heads.jsonl'), secret)
  const register = new Database(registerFile(desk.config.dataDir))
  onTestFinished(() => void register.close())
  const { values, untouched } = changeConfidential(register)
  expect(untouched).toEqual([])
  expect(values).toBeGreaterThan(5000)
  expect(answeredOtherwise(before, await askMany(door, addresses))).toEqual([])

  // Nor does it when all of it is published again: what is not to be seen leaves no trace in the file.
  const { folder, sha256, was } = await publishedAgain(desk)
  const doorAgain = await openDoor(desk.config, folder)
  expect(answeredOtherwise(before, await askMany(doorAgain, addresses))).toEqual([])
  expect(sha256).toBe(was)
}, 600_000)
