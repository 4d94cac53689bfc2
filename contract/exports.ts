import { ordered } from './common.ts'
import { destinationFilter } from './destinations.ts'
import { detaineeFilter } from './detainees.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { sanctionsActionFilter } from './sanctions-actions.ts'
import { sourceFilter } from './sources.ts'
import { z } from './zod.ts'

/*
 * What can be taken along: how large each file of a view is before it is asked for, and the
 * files that an edition has beside the exports of its lists and records.
 */

/** Under these endings every list gives its whole filtered set and every record itself. */
export const exportFormats = ['csv', 'json', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportFile = z
  .object({
    format: z.enum([...exportFormats, 'zip', 'sqlite']),
    rows: z.number().int().meta({ description: 'Of all its tables together' }),
    bytes: z.number().int(),
    estimated: z.boolean().meta({ description: 'Measured on the first rows and scaled to all of them' }),
  })
  .meta({ id: 'ExportFile' })
export type ExportFile = z.infer<typeof ExportFile>

export const ExportFiles = z
  .object({
    sentence: z.string().meta({ description: 'What the files hold, in words' }),
    rows: z.number().int().meta({ description: 'Records of the list under this filter' }),
    files: z.array(ExportFile),
  })
  .meta({ id: 'ExportFiles' })
export type ExportFiles = z.infer<typeof ExportFiles>

const sizes = { method: 'get', long: true, on: 'records', tag: 'Exports', response: ExportFiles } as const

const releaseEventQuery = z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to'))
const detaineeQuery = z
  .strictObject(detaineeFilter)
  .superRefine(ordered('releasedFrom', 'releasedTo'))
  .superRefine(ordered('arrestedFrom', 'arrestedTo'))

export const getReleaseEventExports = endpoint({
  ...sizes,
  path: '/exports/release-events',
  summary: 'Rows and size of each file of release events under a filter',
  query: releaseEventQuery,
})

export const getDetaineeExports = endpoint({
  ...sizes,
  path: '/exports/detainees',
  summary: 'Rows and size of each file of people under a filter',
  query: detaineeQuery,
})

export const getDestinationExports = endpoint({
  ...sizes,
  path: '/exports/destinations',
  summary: 'Rows and size of each file of destinations',
  query: z.strictObject(destinationFilter),
})

export const getSanctionsActionExports = endpoint({
  ...sizes,
  path: '/exports/sanctions-actions',
  summary: 'Rows and size of each file of sanctions actions under a filter',
  query: z.strictObject(sanctionsActionFilter).superRefine(ordered('from', 'to')),
})

export const getSourceExports = endpoint({
  ...sizes,
  path: '/exports/sources',
  summary: 'Rows and size of each file of sources under a filter',
  query: z.strictObject(sourceFilter),
})

export const getEditionExports = endpoint({
  ...sizes,
  on: 'edition',
  path: '/exports/edition',
  summary: 'Rows and size of the files of the whole edition',
  query: z.strictObject({}),
})

const zip = {
  method: 'get',
  long: true,
  on: 'edition',
  tag: 'Exports',
  response: z.unknown(),
  file: {
    type: 'application/zip',
    description: 'Tables as CSV, datapackage.json (Frictionless), README.md with the data dictionary, LICENSE.txt, view.json',
  },
} as const

export const downloadReleaseEvents = endpoint({
  ...zip,
  path: '/release-events.zip',
  summary: 'Release events under a filter with all that is recorded of them, as a package of tables',
  description: 'Counts, notes, named people and their records, linked sanctions actions, evidence and sources.',
  query: releaseEventQuery,
})

export const downloadDetainees = endpoint({
  ...zip,
  path: '/detainees.zip',
  summary: 'People under a filter with all that is recorded of them, as a package of tables',
  description: 'Names, detentions, charges, sentences, recognitions, releases, evidence and sources.',
  query: detaineeQuery,
})

export const downloadEdition = endpoint({
  ...zip,
  path: '/edition.zip',
  summary: 'The whole edition as a package of tables',
  query: z.strictObject({}),
})

export const downloadEditionFile = endpoint({
  method: 'get',
  on: 'edition',
  tag: 'Exports',
  path: '/edition.sqlite',
  summary: 'The whole edition as its SQLite file',
  description: 'Byte ranges are answered; Repr-Digest carries the SHA-256 that the list of editions names.',
  query: z.strictObject({}),
  response: z.unknown(),
  file: { type: 'application/vnd.sqlite3', description: 'The file itself' },
})
