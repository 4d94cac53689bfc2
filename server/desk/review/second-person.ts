import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { findSettings } from '../accounts/settings.queries.ts'
import { kindOf } from '../kinds/kinds.ts'

/** The role that decides on a proposal of this kind. */
export const decidingRole = (kind: string) => kindOf(kind).decidedBy ?? 'reviewer'

/** Whether a second person must approve a proposal of this kind. The database refuses the same. */
const needsSecondPerson = async (db: Kysely<Register>, kind: string): Promise<boolean> =>
  kindOf(kind).decidedBy !== undefined || (await findSettings(db)).secondPersonMustApprove

/** True where this account wrote the proposal itself and somebody else has to approve it. */
export const isTheirOwn = async (
  db: Kysely<Register>,
  proposal: { readonly kind: string; readonly author_id: string },
  account: Account,
): Promise<boolean> => proposal.author_id === account.id && (await needsSecondPerson(db, proposal.kind))
