import type { Roles } from '#contract/access.ts'
import { ErrorBody } from '#contract/common.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { z } from '#contract/zod.ts'

/** Beside `error`, what is there now: the version of a record, warnings to confirm, texts that stop a publication. */
const ErrorWithMore = z.looseObject(ErrorBody.shape).meta({ id: 'ErrorWithMore', description: 'Beside `error`, more for the caller to act on' })

type Refusal = { readonly description: string; readonly content: object; readonly headers?: object }
type Refusals = Readonly<Record<string, Refusal>>

const refusal = (description: string, schema: z.ZodType = ErrorBody): Refusal => ({ description, content: { 'application/json': { schema } } })

const later = (description: string): Refusal => ({
  ...refusal(description),
  headers: { 'Retry-After': { description: 'In how many seconds to ask again', schema: { type: 'integer' } } },
})

const ofAccess = ({ fresh, method }: AnyEndpoint, roles: Roles): Refusals => {
  if (roles !== 'anyone') {
    const again = 'The roles of this account do not allow it, or its password must be given again (`fresh_sign_in_required`)'
    return { '401': refusal('Not signed in'), '403': refusal(fresh ? again : 'The roles of this account do not allow it') }
  }
  if (method === 'get') return { '403': refusal('Asked by a page of another site') }
  return {
    '401': refusal('What was given to sign in with is not right'),
    '403': refusal('The link has been used or has ended, or a page of another site asked'),
  }
}

const ofWriting = ({ ifMatch, idempotent }: AnyEndpoint): Refusals => ({
  '409': refusal('It conflicts with what is there now', ErrorWithMore),
  '413': refusal('The body is larger than the server accepts'),
  '415': refusal('The body is not JSON in UTF-8 without another encoding'),
  ...(ifMatch ? { '412': refusal('The record has changed since', ErrorWithMore), '428': refusal('If-Match is missing') } : {}),
  ...(idempotent ? { '422': refusal('The Idempotency-Key was used for something else, or the draft was sent already') } : {}),
  '507': refusal('The disk is full; nothing was saved'),
})

/** How an operation of a door may refuse, by status: each in the one error shape. */
export const refusalsOf = (endpoint: AnyEndpoint, roles: Roles, door: 'public' | 'desk'): Refusals => ({
  '400': refusal('A parameter or a field is unknown or cannot be used; `fields` names it'),
  ...(endpoint.params ? { '404': refusal('There is no such record') } : {}),
  ...(door === 'desk' ? { ...ofAccess(endpoint, roles), '421': refusal('The desk does not answer under this name') } : {}),
  ...(endpoint.method === 'get' ? {} : ofWriting(endpoint)),
  '429': later('Too much was asked in too short a time, or too many attempts to sign in failed'),
  '503': later('It cannot be answered at the moment'),
})
