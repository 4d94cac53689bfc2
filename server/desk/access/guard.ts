import type { Request, Router } from 'express'
import { mayCall, rolesAtTheDesk } from '#contract/access.ts'
import type { Account } from '#contract/accounts.ts'
import type { AnyEndpoint, ResponseOf } from '#contract/endpoint.ts'
import { HttpError, forbidden, unauthenticated } from '../../http/errors.ts'
import { type RateLimit, costOf, tooMany } from '../../http/rate-limit.ts'
import { type Asked, type Guard, serve } from '../../http/serve.ts'
import type { AccountEvent } from '../accounts/account-events.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { requireIdempotencyKey } from './idempotency-key.ts'
import { requireIfMatch } from './if-match.ts'
import { setWordsLeft } from './words-left.ts'

/** What the guard asks, and tells, those who keep accounts. */
export type Keeper = {
  readonly find: (request: Request) => Promise<SignedIn | null>
  readonly needsTwoFactors: () => Promise<boolean>
  /** Which act took words out of the register last. */
  readonly wordsLeft: () => Promise<number>
  /** For what is read: it is kept without anybody waiting for it. */
  readonly keepEvent: (event: AccountEvent) => void
  /** How much one account may ask, from wherever it does. */
  readonly limit: RateLimit
}

/** Throws 401 for a stranger and 403 for an account without a role that is named. */
const admit = (endpoint: AnyEndpoint, account: Account | null): void => {
  if (mayCall(rolesAtTheDesk(endpoint), account?.roles ?? null)) return
  throw account ? forbidden() : unauthenticated()
}

const secondFactorRequired = () =>
  new HttpError(403, 'second_factor_required', 'Set up your second factor first: the staff of this desk must use two.')

const freshSignInRequired = () =>
  new HttpError(403, 'fresh_sign_in_required', 'Give your password again, and your code where you have a second factor; then repeat this.')

/** Throws 403 unless the password was given in the last minutes: for what only some requests of an operation ask. */
export const requireFresh = ({ session }: Pick<SignedIn, 'session'>): void => {
  if (session.freshUntil.getTime() < Date.now()) throw freshSignInRequired()
}

type SignedInFor<E extends AnyEndpoint> = E extends { readonly roles: 'anyone' } ? SignedIn | null : SignedIn
type AccountFor<E extends AnyEndpoint> = E extends { readonly roles: 'anyone' } ? Account | null : Account

type DeskHandler<E extends AnyEndpoint> = (
  asked: Asked<E> & { readonly account: AccountFor<E>; readonly signedIn: SignedInFor<E> },
) => Promise<ResponseOf<E>> | ResponseOf<E>

export type Access = {
  /** For routes that are mounted elsewhere: refuses who may not call them. */
  readonly guard: Guard
  /** Mounts a desk endpoint. Throws at once when its contract does not say who may call it. */
  readonly serve: <E extends AnyEndpoint>(router: Router, endpoint: E, handler: DeskHandler<E>) => void
}

/** A line of the log: the record that the path names, such as `detainee` and 12, or the list. No filter: it may hold a name. */
const eventOf = (act: 'read' | 'exported', { path }: AnyEndpoint, { params }: Request, { id: by }: Account): AccountEvent => {
  const id = /(\d+)$/.exec(String(params['id'] ?? ''))?.[1]
  const noun = /^\/([a-z-]+)/.exec(path)?.[1] ?? path
  if (id === undefined) return { act, by, detail: noun }
  return { act, by, record: { table: noun.replace(/s$/, '').replaceAll('-', '_'), id: Number(id) } }
}

/** Access as the contract declares it: what it does not allow is refused. */
export const accessFor = (keeper: Keeper): Access => {
  const asking = new WeakMap<Request, SignedIn | null>()

  /** Throws unless the one who asks may go on: enrolled where they must be, and freshly signed in where it is asked. */
  const checkSignIn = async (endpoint: AnyEndpoint, { isEnrolled, session }: SignedIn): Promise<void> => {
    const isOpen = endpoint.roles === 'anyone' || endpoint.beforeSecondFactor === true
    if (!isOpen && !isEnrolled && (await keeper.needsTwoFactors())) throw secondFactorRequired()
    if (endpoint.fresh === true) requireFresh({ session })
  }

  const guard: Guard = async (endpoint, request) => {
    rolesAtTheDesk(endpoint)
    const signedIn = await keeper.find(request)
    const wait = signedIn ? keeper.limit.take(signedIn.account.id, costOf(request.originalUrl)) : 0
    if (wait > 0) throw tooMany(wait)
    admit(endpoint, signedIn?.account ?? null)
    if (signedIn) await checkSignIn(endpoint, signedIn)
    asking.set(request, signedIn)
    if (endpoint.ifMatch) requireIfMatch(request)
    if (endpoint.idempotent) requireIdempotencyKey(request)
    if (signedIn && endpoint.logged) keeper.keepEvent(eventOf(endpoint.logged, endpoint, request, signedIn.account))
  }

  return {
    guard,
    serve: (router, endpoint, handler) => {
      rolesAtTheDesk(endpoint)
      // The guard has run: an account is there wherever the endpoint asks for one.
      type Served = Parameters<typeof handler>[0]
      serve(
        router,
        endpoint,
        async (asked) => {
          const signedIn = asking.get(asked.request) ?? null
          // Before the answer is made: words may leave meanwhile.
          if (signedIn) setWordsLeft(asked.response, await keeper.wordsLeft())
          return handler({ ...asked, signedIn, account: signedIn?.account ?? null } as Served)
        },
        guard,
      )
    },
  }
}
