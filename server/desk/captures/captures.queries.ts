import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import { type Capture, type Suggestion, type createCapture, largestCapture } from '#contract/captures.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { DeskTables, Register } from '../../db/register.ts'
import { found, invalid } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { findCountries } from './find-countries.ts'
import { findDates } from './find-dates.ts'
import { findNumbers } from './find-numbers.ts'
import { findPeopleNamed } from './find-people.queries.ts'
import { readableText } from './readable-text.ts'

type StoredCapture = Omit<Selectable<DeskTables['source_capture']>, 'body' | 'media_type' | 'source_id'>

/** The beginning of a text that suggestions are looked for in, in UTF-16 code units. */
const lookedAt = 100_000

const shown = (row: StoredCapture): Capture => ({
  id: row.id,
  name: row.name,
  address: row.address,
  sha256: row.sha256,
  text: row.text,
  capturedAt: row.captured_at,
  capturedBy: row.captured_by,
})

const columns = ['id', 'name', 'address', 'sha256', 'text', 'captured_at', 'captured_by'] as const

/** Keeps an original with its text and its SHA-256. Throws 400 where there is nothing to read in it. */
export const addCapture = async (
  db: Transaction<Register>,
  { name, address, mediaType, content }: BodyOf<typeof createCapture>,
  account: Account,
): Promise<Capture> => {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > largestCapture) throw invalid({ content: 'This is over 5 MB. Paste the part that matters.' })
  const text = readableText(bytes, mediaType)
  if (text === '') throw invalid({ content: 'There is no text in it. Paste the words themselves.' })
  const row = await db
    .insertInto('source_capture')
    .values({
      source_id: null,
      name,
      address,
      media_type: mediaType,
      sha256: sha256(bytes),
      body: bytes,
      text,
      captured_at: new Date().toISOString(),
      captured_by: account.name,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return shown(row)
}

export const findCapture = async (db: Kysely<Register>, id: number): Promise<Capture> =>
  shown(found(await db.selectFrom('source_capture').where('id', '=', id).select(columns).executeTakeFirst(), 'text'))

/** What a text may be speaking of, in its order; of two that overlap the longer comes first. */
export const findSuggestions = async (db: Kysely<Register>, id: number): Promise<Suggestion[]> => {
  const text = (await findCapture(db, id)).text.slice(0, lookedAt)
  const dates = findDates(text)
  const isInDate = ({ start, end }: Suggestion) => dates.some((date) => date.start <= start && end <= date.end)
  const others = [...findNumbers(text).filter((number) => !isInDate(number)), ...findCountries(text), ...(await findPeopleNamed(db, text))]
  return [...dates, ...others].toSorted((a, b) => a.start - b.start || b.end - a.end)
}
