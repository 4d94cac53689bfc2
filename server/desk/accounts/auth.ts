import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { sessionSeconds } from './session-limits.ts'

/**
 * The session cookie. A browser takes a `__Host-` cookie over TLS only and from no other
 * host; on a plain local address it would refuse it. Two processes on one host share
 * cookies whatever their ports, so the name is our own.
 */
export const cookieNames = { plain: 'habeas_desk', secure: '__Host-habeas_desk' } as const

/** Between the password and the second factor of one sign-in, in seconds. */
const secondStepSeconds = 5 * 60
const secondStepCookie = { plain: 'habeas_second', secure: '__Host-habeas_second' } as const

/** What better-auth is told; a test compares the tables it expects with the migration's. */
export const authOptions = (register: Kysely<Register>, secret: string, secure: boolean) =>
  ({
    appName: 'Habeas',
    // Nothing of better-auth is reached by address: our endpoints call it. It wants one all the same.
    baseURL: 'http://desk.invalid',
    secret,
    // Its writes join no transaction of ours: on one connection each would wait for the other.
    database: { db: register, type: 'sqlite' as const, transaction: false },
    user: { modelName: 'account_user' },
    session: { modelName: 'account_session', expiresIn: sessionSeconds.whole, disableSessionRefresh: true },
    account: { modelName: 'account_credential' },
    verification: { modelName: 'account_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      twoFactor({
        issuer: 'Habeas',
        schema: { twoFactor: { modelName: 'account_second_factor' } },
        twoFactorCookieMaxAge: secondStepSeconds,
      }),
    ],
    // Attempts are counted before they come here, and what better-auth logs can name an address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'habeas',
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true, secure },
      cookies: {
        session_token: { name: secure ? cookieNames.secure : cookieNames.plain },
        two_factor: { name: secure ? secondStepCookie.secure : secondStepCookie.plain },
      },
    },
    databaseHooks: {
      session: {
        create: { before: () => Promise.resolve({ data: { ipAddress: null, userAgent: null } }) },
      },
    },
  })

export const makeAuth = (register: Kysely<Register>, secret: string, secure: boolean) =>
  betterAuth(authOptions(register, secret, secure))

export type Auth = ReturnType<typeof makeAuth>
