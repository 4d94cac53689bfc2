import { codeOf, roleLabels } from './codes.ts'
import { hasNoNul, nulMessage } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

export const Role = codeOf(roleLabels)
export type Role = z.infer<typeof Role>

export const Account = z
  .object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const passwordLength = { min: 15, max: 200 } as const

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
    /** Settings a fresh install starts without; the desk says so. */
    settings: z.object({ secondPersonMustApprove: z.boolean(), twoFactorsRequired: z.boolean() }),
  }),
  roles: 'anyone',
})

export const createFirstAccount = endpoint({
  method: 'post',
  path: '/accounts/first',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Make the first account with the one-time link that the server printed',
  body: z.strictObject({
    token: z.string().min(1).max(200),
    name: z.string().trim().min(1, 'Type the name your work is signed with.').max(200).refine(hasNoNul, nulMessage),
    email: z.email('Type an e-mail address, for example name@example.org.').max(320),
    password: z
      .string()
      .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
      .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`),
  }),
  response: z.object({ account: Account }),
  status: 201,
  roles: 'anyone',
})

export const signIn = endpoint({
  method: 'post',
  path: '/auth/sign-in/email',
  on: 'desk',
  tag: 'Accounts',
  summary: 'Sign in; the session is a cookie that scripts cannot read',
  description: 'A wrong address and a wrong password are answered alike, with 401. Too many failures: 429.',
  body: z.strictObject({ email: z.string().max(320), password: z.string().max(passwordLength.max) }),
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
