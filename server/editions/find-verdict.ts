import type Database from 'better-sqlite3'
import type { RecordTables } from '../db/records.ts'
import type { Beside } from './beside.ts'
import type { EditionRequest } from './make-edition.ts'
import { type Refusal, findRefusals } from './withheld-names.ts'

/** Publishing stopped and no file is left: these texts name someone who is not fully public. */
export class RefusedEditionError extends Error {
  override readonly name = 'RefusedEditionError'
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(`${refusals.length} texts name a person who is not fully public`)
    this.refusals = refusals
  }
}

export type Blanked = { readonly table: keyof RecordTables; readonly id: number; readonly column: string }

/** Those a publisher has chosen to leave out. Throws RefusedEditionError where others stop the publication. */
const divide = (refusals: readonly Refusal[], keys: readonly string[]): Blanked[] => {
  const chosen = new Set(keys)
  const refused = refusals.filter(({ key, table }) => !chosen.has(key) || table === 'edition')
  if (refused.length > 0) throw new RefusedEditionError(refused)
  return refusals.flatMap(({ table, id, column }) => (table === 'edition' ? [] : [{ table, id, column }]))
}

/**
 * What is to be left out of an edition, by what was found before or is being found beside it, as far as
 * that is of the same head of the chain; or by looking now. The answer is awaited as late as can be: at once
 * where something may be left out, when the file is made where nothing may.
 */
export const findVerdict = async (
  register: Database.Database,
  chain: string,
  { looked, note, blank = [] }: EditionRequest,
  beside: Beside | null,
): Promise<() => Promise<Blanked[]>> => {
  const settled = (refusals: readonly Refusal[]) => {
    const blanked = divide(refusals, blank)
    return () => Promise.resolve(blanked)
  }
  if (looked?.chain === chain) return settled(looked.refusals)
  if (beside === null || (await beside.next('began')).chain !== chain) return settled(findRefusals(register, note))
  return async () => divide((await beside.next('looked')).refusals, blank)
}
