import type { Request, Response, Router } from 'express'
import type { Account } from '#contract/accounts.ts'
import type { AnyEndpoint, ResponseOf } from '#contract/endpoint.ts'
import { forbidden, unauthenticated } from '../../http/errors.ts'
import { type Asked, type Guard, serve } from '../../http/serve.ts'
import type { Sessions } from '../accounts/sessions.ts'
import { requireIdempotencyKey } from './idempotency-key.ts'
import { requireIfMatch } from './if-match.ts'

type Roles = NonNullable<AnyEndpoint['roles']>

/** Read routes name no roles, for the public has none: at the desk they are for those who work there. */
const rolesOf = (endpoint: AnyEndpoint): Roles => {
  if (endpoint.roles !== undefined) return endpoint.roles
  if (endpoint.on === 'records') return 'staff'
  throw new Error(`${endpoint.method.toUpperCase()} ${endpoint.path} names no roles: say in the contract who may call it`)
}

/** Throws 401 for a stranger and 403 for an account without a role that is named. */
const admit = (roles: Roles, account: Account | null): void => {
  if (roles === 'anyone') return
  if (!account) throw unauthenticated()
  const allowed = roles === 'staff' ? account.roles.length > 0 : account.roles.some((role) => roles.includes(role))
  if (!allowed) throw forbidden()
}

type AccountFor<E extends AnyEndpoint> = E extends { readonly roles: 'anyone' } ? Account | null : Account

type DeskHandler<E extends AnyEndpoint> = (
  asked: Asked<E> & { readonly account: AccountFor<E> },
) => Promise<ResponseOf<E>> | ResponseOf<E>

export type Access = {
  /** For routes that are mounted elsewhere: refuses who may not call them. */
  readonly guard: Guard
  /** Mounts a desk endpoint. Throws at once when its contract does not say who may call it. */
  readonly serve: <E extends AnyEndpoint>(router: Router, endpoint: E, handler: DeskHandler<E>) => void
}

/** Access as the contract declares it: what it does not allow is refused. */
export const accessFor = (sessions: Pick<Sessions, 'accountOf'>): Access => {
  const accounts = new WeakMap<Request, Account | null>()

  const guard: Guard = async (endpoint: AnyEndpoint, request: Request, _response: Response) => {
    const roles = rolesOf(endpoint)
    const account = await sessions.accountOf(request)
    admit(roles, account)
    accounts.set(request, account)
    if (endpoint.ifMatch) requireIfMatch(request)
    if (endpoint.idempotent) requireIdempotencyKey(request)
  }

  return {
    guard,
    serve: (router, endpoint, handler) => {
      rolesOf(endpoint)
      // The guard has run: an account is there wherever the endpoint asks for one.
      type Served = Parameters<typeof handler>[0]
      serve(
        router,
        endpoint,
        (asked) => handler({ ...asked, account: accounts.get(asked.request) ?? null } as Served),
        guard,
      )
    },
  }
}
