import { contentRoles } from './access.ts'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ImportSettings, KeptImportSettings } from './import-settings.ts'
import { text } from './write-fields.ts'
import { z } from './zod.ts'

/* How the files of known sources are read, kept by the source's name. */

const desk = { on: 'desk', tag: 'Imports', roles: contentRoles } as const

export const ImportProfile = z
  .object({ id: Id, name: z.string(), settings: KeptImportSettings, updatedAt: z.string() })
  .meta({ id: 'ImportProfile' })
export type ImportProfile = z.infer<typeof ImportProfile>

export const listImportProfiles = endpoint({
  ...desk,
  method: 'get',
  path: '/import-profiles',
  summary: 'How files of known sources are read',
  query: z.strictObject({}),
  response: z.object({ data: z.array(ImportProfile) }),
})

export const saveImportProfile = endpoint({
  ...desk,
  method: 'post',
  path: '/import-profiles',
  summary: 'Keep how a source’s files are read, under its name; one of that name is replaced',
  body: z.strictObject({ name: text(200, 'Name the source.'), settings: ImportSettings }),
  response: ImportProfile,
  status: 201,
  idempotent: true,
})
