import type { Role } from './accounts.ts'
import type { AnyEndpoint } from './endpoint.ts'

/*
 * Who may do what at the desk. Each operation names its roles, and its schemas its fields: this
 * is what the routes, OpenAPI and the access tests are made from. An operation that names no
 * roles cannot be mounted.
 */

/** They work on what the register holds, confidential or not yet approved. */
export const contentRoles = ['contributor', 'reviewer', 'publisher'] as const satisfies readonly Role[]

/**
 * They read the register as it is, more than the public is shown. An administrator is not among
 * them: whoever manages accounts sees no more of the records than any reader of an edition.
 */
export const registerReaders = [...contentRoles, 'auditor'] as const satisfies readonly Role[]

export type Roles = NonNullable<AnyEndpoint['roles']>

/** The roles an operation takes at the desk. Read routes name none, for the public has none. */
export const rolesAtTheDesk = (endpoint: AnyEndpoint): Roles => {
  if (endpoint.roles !== undefined) return endpoint.roles
  if (endpoint.on === 'records') return registerReaders
  throw new Error(`${endpoint.method.toUpperCase()} ${endpoint.path} names no roles: say in the contract who may call it`)
}

/** Whether an account with these roles may call it; null is someone who is not signed in. */
export const mayCall = (roles: Roles, held: readonly Role[] | null): boolean => {
  if (roles === 'anyone') return true
  if (held === null) return false
  return roles === 'staff' ? held.length > 0 : held.some((role) => roles.includes(role))
}

/** How long a password, and a second factor where there is one, stay fresh, in minutes. */
export const freshMinutes = 10
