import { contentRoles } from './access.ts'
import { recordId, refPrefixes } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/* Records as their forms take them. The ETag of each is the version a correction is based on. */

const writeOf = <Path extends string>(path: Path, prefix: string, what: string) =>
  endpoint({
    method: 'get',
    path,
    on: 'desk',
    tag: 'Proposals',
    summary: `${what} as the form takes it; its ETag is the version a correction is based on`,
    params: z.object({ id: recordId(prefix) }),
    query: z.strictObject({}),
    response: z.object({ version: z.number().int(), body: z.unknown() }),
    roles: contentRoles,
  })

export const getReleaseEventWrite = writeOf('/release-events/:id/write', refPrefixes.releaseEvent, 'A release event')
export const getDetaineeWrite = endpoint({ ...writeOf('/detainees/:id/write', refPrefixes.detainee, 'A person'), logged: 'read' })
export const getSanctionsActionWrite = writeOf('/sanctions-actions/:id/write', refPrefixes.sanctionsAction, 'A sanctions action')
export const getSourceWrite = writeOf('/sources/:id/write', refPrefixes.source, 'A source')
