import { GivenPassword, NewPassword, SecondFactorCode } from './account-fields.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/*
 * What everyone with an account may do with it, whatever their roles.
 */

const own = { on: 'desk', tag: 'Your account', roles: 'staff', beforeSecondFactor: true } as const

export const confirmIdentity = endpoint({
  ...own,
  method: 'post',
  path: '/account/confirm',
  summary: 'Give the password again, and a code where there is a second factor: acts that ask for it are open for ten minutes',
  body: z.strictObject({ password: GivenPassword, code: SecondFactorCode.optional() }),
  response: z.object({ freshUntil: z.string() }),
})

export const OwnSession = z
  .object({
    id: z.string(),
    startedAt: z.string(),
    /** To the minute. */
    lastUsedAt: z.string(),
    /** When it ends by itself, used or not. */
    endsAt: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession', description: 'Neither an address nor a browser is kept' })
export type OwnSession = z.infer<typeof OwnSession>

export const listOwnSessions = endpoint({
  ...own,
  method: 'get',
  path: '/account/sessions',
  summary: 'One’s own sessions, the newest first',
  query: z.strictObject({}),
  response: z.object({ data: z.array(OwnSession) }),
})

export const endOwnSession = endpoint({
  ...own,
  method: 'delete',
  path: '/account/sessions/:id',
  summary: 'End one of one’s own sessions',
  params: z.object({ id: z.string().min(1).max(100) }),
  response: z.object({}),
})

export const signOutEverywhere = endpoint({
  ...own,
  method: 'post',
  path: '/account/sign-out-everywhere',
  summary: 'Sign out everywhere: every session of this account ends, this one too',
  body: z.strictObject({}),
  response: z.object({}),
})

export const changePassword = endpoint({
  ...own,
  method: 'post',
  path: '/account/password',
  summary: 'Choose another password; every other session ends and this one begins anew',
  body: z.strictObject({ current: GivenPassword, password: NewPassword }),
  response: z.object({}),
})

export const beginSecondFactor = endpoint({
  ...own,
  method: 'post',
  path: '/account/second-factor',
  summary: 'Begin to set up a second factor: the address for an authenticator app, and recovery codes, both shown once',
  description: 'It counts once a code of the app has been given. Begun again, what was shown before is void. 409 where there is one already.',
  body: z.strictObject({ password: GivenPassword }),
  response: z.object({
    /** `otpauth://totp/…`, as authenticator apps read it from a QR code. */
    uri: z.string(),
    recoveryCodes: z.array(z.string()),
  }),
  status: 201,
})

export const finishSecondFactor = endpoint({
  ...own,
  method: 'post',
  path: '/account/second-factor/code',
  summary: 'Finish setting up a second factor with a code of the app; from then on sign-in asks for one',
  body: z.strictObject({ code: SecondFactorCode }),
  response: z.object({}),
})

export const removeSecondFactor = endpoint({
  ...own,
  method: 'delete',
  path: '/account/second-factor',
  summary: 'Remove one’s second factor; refused where staff must use two',
  response: z.object({}),
  fresh: true,
})

export const makeRecoveryCodes = endpoint({
  ...own,
  method: 'post',
  path: '/account/second-factor/recovery-codes',
  summary: 'New recovery codes, shown once; the earlier ones are void',
  body: z.strictObject({ password: GivenPassword }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  status: 201,
  fresh: true,
})
