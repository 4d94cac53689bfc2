import { GivenPassword, NewPassword, Role, SecondFactorCode, newAccountFields } from './account-fields.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

export { Role }
export { passwordLength } from './account-fields.ts'

export const Account = z
  .object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const Settings = z
  .object({ secondPersonMustApprove: z.boolean(), twoFactorsRequired: z.boolean() })
  .meta({ id: 'Settings', description: 'Both are off on a fresh install; the desk says so' })
export type Settings = z.infer<typeof Settings>

export const getSession = endpoint({
  method: 'get',
  path: '/session',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Who is signed in, and whether the first account is still to be made',
  query: z.strictObject({}),
  response: z.object({
    account: Account.nullable(),
    needsFirstAccount: z.boolean(),
    settings: Settings,
    secondFactor: z.object({
      /** Has one: sign-in asks for it. */
      enrolled: z.boolean(),
      /** Must set one up before anything else. */
      due: z.boolean(),
    }),
    /** Until when the password counts as just given; null when nobody is signed in. */
    freshUntil: z.string().nullable(),
  }),
  roles: 'anyone',
})

export const createFirstAccount = endpoint({
  method: 'post',
  path: '/accounts/first',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Make the first account with the one-time link that the server printed',
  body: z.strictObject({ token: z.string().min(1).max(200), ...newAccountFields }),
  response: z.object({ account: Account }),
  status: 201,
  roles: 'anyone',
})

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/accounts/invited',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Make an account with the one-time link of an invitation, which says its roles',
  body: z.strictObject({ token: z.string().min(1).max(200), ...newAccountFields }),
  response: z.object({ account: Account }),
  status: 201,
  roles: 'anyone',
})

export const setPasswordByLink = endpoint({
  method: 'post',
  path: '/accounts/password',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Choose another password with the one-time link that an administrator made; every session of the account ends',
  description: 'It signs nobody in: signing in asks for the second factor where the account has one.',
  body: z.strictObject({ token: z.string().min(1).max(200), password: NewPassword }),
  response: z.object({}),
  roles: 'anyone',
})

export const signIn = endpoint({
  method: 'post',
  path: '/auth/sign-in/email',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Sign in; the session is a cookie that scripts cannot read',
  description:
    'A wrong address and a wrong password are answered alike, with 401. Failures make the next try wait: 429 with Retry-After. Where the account has a second factor, `account` is null and POST /auth/second-factor is next.',
  body: z.strictObject({ email: z.string().max(320), password: GivenPassword }),
  response: z.object({ account: Account.nullable(), secondFactorNeeded: z.boolean() }),
  roles: 'anyone',
})

export const giveSecondFactor = endpoint({
  method: 'post',
  path: '/auth/second-factor',
  on: 'desk',
  tag: 'Accounts',
  summary: 'The second step of signing in: a code of the authenticator app, or a recovery code; each is taken once',
  body: z.strictObject({ code: SecondFactorCode }),
  response: z.object({ account: Account }),
  roles: 'anyone',
})

export const signOut = endpoint({
  method: 'post',
  path: '/auth/sign-out',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Sign out: end this session, and have the browser forget what it holds of the desk',
  response: z.object({}),
  roles: 'anyone',
})
