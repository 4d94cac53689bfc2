import { RolesGiven } from './account-fields.ts'
import { Account, Role, Settings } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/*
 * What an administrator does: accounts and settings. None of it shows anything of the records.
 */

const admin = { on: 'desk', tag: 'Accounts and settings', roles: ['admin'] } as const
const params = z.object({ id: z.string().min(1).max(100) })

export const StaffAccount = Account.extend({
  secondFactor: z.boolean(),
  madeAt: z.string(),
  /** When they were shut out; null for who may sign in. */
  shutOutAt: z.string().nullable(),
  /** For If-Match. */
  version: z.number().int(),
}).meta({ id: 'StaffAccount' })
export type StaffAccount = z.infer<typeof StaffAccount>

export const Invitation = z
  .object({
    id: z.string(),
    roles: z.array(Role),
    /** The account it sets a new password for; null for a new account. */
    account: z.object({ id: z.string(), name: z.string() }).nullable(),
    madeAt: z.string(),
    endsAt: z.string(),
    by: z.string().nullable(),
  })
  .meta({ id: 'Invitation', description: 'The link itself was shown once and is kept nowhere' })
export type Invitation = z.infer<typeof Invitation>

export const listStaff = endpoint({
  ...admin,
  method: 'get',
  path: '/staff',
  summary: 'Every account, and the invitations that are open',
  query: z.strictObject({}),
  response: z.object({ accounts: z.array(StaffAccount), invitations: z.array(Invitation) }),
})

export const invite = endpoint({
  ...admin,
  method: 'post',
  path: '/invitations',
  summary: 'Make a one-time link with which someone makes an account with these roles; it is shown once and ends after 72 hours',
  body: z.strictObject({ roles: RolesGiven }),
  response: z.object({
    /** Path of the page, the token after its `#`. */
    link: z.string(),
    endsAt: z.string(),
  }),
  status: 201,
  idempotent: true,
  fresh: true,
})

export const withdrawInvitation = endpoint({
  ...admin,
  method: 'delete',
  path: '/invitations/:id',
  summary: 'Withdraw an invitation: its link no longer works',
  fresh: true,
  params,
  response: z.object({}),
})

export const setRoles = endpoint({
  ...admin,
  method: 'put',
  path: '/staff/:id/roles',
  summary: 'Give an account other roles. Nobody gives roles to themselves, and one administrator always remains',
  params,
  body: z.strictObject({ roles: RolesGiven }),
  response: StaffAccount,
  ifMatch: true,
  fresh: true,
})

export const shutOut = endpoint({
  ...admin,
  method: 'post',
  path: '/staff/:id/shut-out',
  summary: 'Shut someone out at once: their sessions end and they cannot sign in; their name stays on their work',
  description: 'It takes no If-Match: it must not fail because something else about the account has changed.',
  params,
  body: z.strictObject({}),
  response: StaffAccount,
  fresh: true,
})

export const letIn = endpoint({
  ...admin,
  method: 'post',
  path: '/staff/:id/let-in',
  summary: 'Undo shutting out: the account signs in as before',
  params,
  body: z.strictObject({}),
  response: StaffAccount,
  ifMatch: true,
  fresh: true,
})

export const resetSecondFactor = endpoint({
  ...admin,
  method: 'post',
  path: '/staff/:id/second-factor/reset',
  summary: 'Take away a lost second factor; the sessions of the account end',
  params,
  body: z.strictObject({}),
  response: StaffAccount,
  ifMatch: true,
  fresh: true,
})

export const makePasswordLink = endpoint({
  ...admin,
  method: 'post',
  path: '/staff/:id/password-link',
  summary: 'Make a one-time link with which someone who forgot their password chooses another; it is shown once and ends after 24 hours',
  description: 'The second factor stays. Earlier links of the account end. When it is used, the sessions of the account end.',
  params,
  body: z.strictObject({}),
  response: invite.response,
  status: 201,
  idempotent: true,
  fresh: true,
})

export const getSettings = endpoint({
  ...admin,
  method: 'get',
  path: '/settings',
  summary: 'The settings of the desk; the ETag is for If-Match',
  query: z.strictObject({}),
  response: z.object({
    settings: Settings,
    /** Who changed them last, and when; null where nobody has. */
    changed: z.object({ by: z.string(), at: z.string() }).nullable(),
    /** Accounts that would have to set up a second factor if two were required. */
    withoutSecondFactor: z.number().int(),
  }),
})

export const changeSettings = endpoint({
  ...admin,
  method: 'put',
  path: '/settings',
  summary: 'Turn a setting on or off; it is kept who did and when',
  body: Settings.strict(),
  response: getSettings.response,
  ifMatch: true,
  fresh: true,
})
