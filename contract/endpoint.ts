import type { z } from './zod.ts'
import type { Role } from './accounts.ts'

/**
 * One route, said once. `on: 'records'` is mounted on every file of records: the latest
 * edition, a pinned one and the register; `edition` on every edition and not on the register;
 * `public` and `desk` exist behind one door only.
 * A desk endpoint names the roles that may call it: `anyone` needs no account, `staff` is any
 * account with a role and is for what concerns one's own account only.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below the mount: `/release-events/:id`. */
  readonly path: string
  readonly on: 'records' | 'edition' | 'public' | 'desk'
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
  readonly status?: 200 | 201
  /** Also answers under `.csv`, `.json` and `.xlsx`: a list with its whole filtered set, a record with itself. */
  readonly exports?: boolean
  /** Answers with a file of this media type in place of JSON; `response` then says nothing. */
  readonly file?: { readonly type: string; readonly description: string }
  /**
   * Reads so much of a large edition that it is answered by a process that can be stopped: always, or
   * where one of these parameters is given. So are the files of a list that has `exports`, but for one that is kept as it is sent.
   */
  readonly long?: true | readonly string[]
  readonly roles?: 'anyone' | 'staff' | readonly Role[]
  /** Needs a password, and a second factor where there is one, given within the last ten minutes: 403 without. */
  readonly fresh?: boolean
  /** Open to an account that has yet to set up the second factor it must have. */
  readonly beforeSecondFactor?: boolean
  /** What is confidential here, or leaves in bulk: who asked for it, and when, is kept for the auditor. */
  readonly logged?: 'read' | 'exported'
  /** A change of an existing record: 428 without `If-Match`, 412 when stale. */
  readonly ifMatch?: boolean
  /** A create: needs an `Idempotency-Key`; the same key gives the same answer. */
  readonly idempotent?: boolean
}

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

export type ParamsOf<E extends AnyEndpoint> = E['params'] extends z.ZodType ? z.output<E['params']> : undefined
export type QueryOf<E extends AnyEndpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : undefined
export type BodyOf<E extends AnyEndpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined
export type ResponseOf<E extends AnyEndpoint> = z.input<E['response']>

export const endpoint = <const E extends AnyEndpoint>(definition: E): E => definition
