import type { Kysely, Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { setVisibility } from '#contract/visibility.ts'
import type { Register } from '../../db/register.ts'
import { carriesName, nameForms } from '../../editions/name-forms.ts'
import { afterOthers } from '../../editions/one-at-a-time.ts'
import { findEditionsDue, reviseDue } from '../../editions/revise-in-child.ts'
import { removeSuperseded, waitUntilRemoved } from '../../editions/superseded.ts'
import { conflict, forbidden, found, invalid } from '../../http/errors.ts'
import { writeChangeset } from '../../register/changeset.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import { addRedactedIds } from '../../register/redacted-ids.ts'
import { keepEvent } from '../accounts/account-events.ts'
import { findSettings } from '../accounts/settings.queries.ts'
import { writeTransaction } from '../write-transaction.ts'

type Wanted = BodyOf<typeof setVisibility>

const strictness = { public: 0, name_withheld: 1, withheld: 2 } as const

/** A person's visibility and version: the number of the changeset that last touched them. */
export const findVisibility = async (db: Kysely<Register>, id: number) => {
  const person = await db.selectFrom('detainee').where('id', '=', id).select(['id', 'visibility']).executeTakeFirst()
  return { ...found(person, 'detainee'), version: await findRecordVersion(db, { table: 'detainee', id }) }
}

const checkReason = async (db: Kysely<Register>, id: number, reason: string): Promise<void> => {
  const names = await db.selectFrom('detainee_name').where('detainee_id', '=', id).select('text').execute()
  if (carriesName(reason, nameForms(names.map(({ text }) => text)))) {
    throw invalid({ reason: 'The reason is kept for good: say it without the name.' })
  }
}

/**
 * Sets what the public is shown of a person, as one changeset: a redaction where it is less
 * than before, else a correction. `check` refuses a stale version. Throws 409 when nothing would
 * change, 400 when the reason carries the name, and 403 for showing someone again where a
 * second person must approve.
 */
export const applyVisibility = async (
  db: Transaction<Register>,
  id: number,
  { visibility, reason }: Wanted,
  account: Account,
  check: (version: number) => void,
): Promise<void> => {
  const person = await findVisibility(db, id)
  check(person.version)
  if (person.visibility === visibility) throw conflict('That is what the public is shown of this person already.')
  await checkReason(db, id, reason)
  const isStricter = strictness[visibility] > strictness[person.visibility]
  if (!isStricter && (await findSettings(db)).secondPersonMustApprove) {
    throw forbidden('A second person must approve what the public is shown again: propose it.')
  }
  const header = { kind: isStricter ? 'redaction' : 'correction', author: account.name, authorId: account.id, reason } as const
  await writeChangeset(db, header, async (_, changeset) => {
    await db.updateTable('detainee').set({ visibility }).where('id', '=', id).execute()
    await changeset.touch({ table: 'detainee', id })
    if (isStricter) await keepEvent(db, { act: 'redacted', by: account.id, record: { table: 'detainee', id } })
  })
}

/**
 * Brings every kept edition in line with what the register shows. A publication that is under
 * way is waited for. Returns the labels of the revisions made. Throws when one cannot be made.
 */
export const protectEditions = (editionsDir: string, register: Kysely<Register>, account: Pick<Account, 'name'>): Promise<string[]> =>
  afterOthers(editionsDir, () => reviseDue(editionsDir, register, account.name))

/** What is in the way of a protection: editions that still show someone, and old files that are still read. */
export const findInTheWay = async (editionsDir: string, register: Kysely<Register>): Promise<string[]> => [
  ...(await findEditionsDue(editionsDir, register)),
  ...(await removeSuperseded(editionsDir)),
]

export type Withholding = {
  readonly id: number
  readonly wanted: Wanted
  readonly account: Account
  /** Throws when the version asked for is not this one. */
  readonly check: (version: number) => void
}

/**
 * Sets what the public is shown of a person in the register, then rewrites every kept edition
 * that shows more, and deletes the old files as public processes let go of them, for as long as
 * `patienceMs`. Returns the labels of what is still in the way; the register is changed even
 * where a revision fails, and `failed` is told why.
 */
export const withholdPerson = async (
  register: Kysely<Register>,
  editionsDir: string,
  { id, wanted, account, check }: Withholding,
  { redactedIdsFile, patienceMs, failed }: { readonly redactedIdsFile: string; readonly patienceMs: number; readonly failed: (error: unknown) => void },
): Promise<string[]> => {
  await writeTransaction(register, (db) => applyVisibility(db, id, wanted, account, check))
  try {
    await addRedactedIds(redactedIdsFile, [{ act: 'visibility', id, visibility: wanted.visibility, at: new Date().toISOString() }])
    await protectEditions(editionsDir, register, account)
    await waitUntilRemoved(editionsDir, patienceMs)
  } catch (error) {
    failed(error)
  }
  return findInTheWay(editionsDir, register)
}
