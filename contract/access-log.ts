import { codeOf } from './codes.ts'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** What the access log keeps: acts of and on accounts, and who took or read what is confidential. */
export const loggedActLabels = {
  signed_in: 'Signed in',
  signed_out: 'Signed out',
  signed_out_everywhere: 'Signed out everywhere',
  session_ended: 'Ended a session of their own',
  confirmed: 'Gave their password again',
  password_changed: 'Changed their password',
  second_factor_added: 'Set up a second factor',
  second_factor_removed: 'Removed their second factor',
  second_factor_reset: 'Second factor taken away',
  recovery_code_used: 'Signed in with a recovery code',
  recovery_codes_made: 'Made new recovery codes',
  invited: 'Invited someone',
  invitation_withdrawn: 'Withdrew an invitation',
  account_made: 'Made their account',
  password_link_made: 'A link for a new password was made',
  roles_changed: 'Roles changed',
  shut_out: 'Shut out',
  let_in: 'Let in again',
  settings_changed: 'Changed the settings',
  exported: 'Took a list along',
  read: 'Read a confidential record',
  redacted: 'Redacted',
  published: 'Published an edition',
} as const
export const LoggedAct = codeOf(loggedActLabels)
export type LoggedAct = z.infer<typeof LoggedAct>

const Person = z.object({ id: z.string(), name: z.string() })

/** One line of the log. It names accounts, and records by their number: no address, no browser, no search word. */
export const AccessEvent = z
  .object({
    id: Id,
    at: z.string(),
    act: LoggedAct,
    /** Who did it; null is someone at the machine itself. */
    by: Person.nullable(),
    /** The account it was done to, where that is another. */
    subject: Person.nullable(),
    /** The kind and number of the record, such as `detainee` and 12. */
    record: z.object({ table: z.string(), id: Id }).nullable(),
    /** What was changed, in words: roles, a setting, the format of a file. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'AccessEvent' })
export type AccessEvent = z.infer<typeof AccessEvent>

export const listAccessEvents = endpoint({
  method: 'get',
  path: '/access-log',
  on: 'desk',
  tag: 'Accounts and settings',
  summary: 'Who signed in, was invited, changed roles or settings, took lists along or read confidential records; the newest first',
  query: z.strictObject({
    act: LoggedAct.optional(),
    account: z.string().max(100).optional().meta({ description: 'Acts of this account and on it' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  response: z.object({
    data: z.array(AccessEvent),
    page: z.object({ total: z.number().int(), next: z.string().nullable() }),
    /** Every account there is, to filter by. */
    accounts: z.array(Person),
  }),
  roles: ['auditor'],
})
