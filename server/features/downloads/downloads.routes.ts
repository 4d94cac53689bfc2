import type { Request, Response, Router } from 'express'
import type { AnyEndpoint, QueryOf } from '#contract/endpoint.ts'
import {
  downloadDetainees,
  downloadEdition,
  downloadEditionFile,
  downloadReleaseEvents,
  getEditionExports,
} from '#contract/exports.ts'
import { detaineesSentence } from '#contract/record-sentences.ts'
import { releaseEventsSentence } from '#contract/sentence.ts'
import type { Edition } from '#contract/editions.ts'
import type { z } from '#contract/zod.ts'
import type { OpenEdition } from '../../editions/edition-shelf.ts'
import { exportName, sendFile } from '../../http/export/send.ts'
import { dayOf } from '../../http/export/serve-exports.ts'
import { linkOf, viewOf } from '../../http/export/view.ts'
import { zipOf } from '../../http/export/zip.ts'
import { parseWith } from '../../http/parse.ts'
import { serve } from '../../http/serve.ts'
import { packageEntries } from './package.ts'
import type { Resource } from './resource.ts'
import { sendEditionFile } from './send-edition-file.ts'
import { measurePackage } from './sizes.ts'
import { type Extent, type PackagedView, detaineeView, editionView, releaseEventView } from './views.ts'

/** Rows of each table that are written to measure the package of an edition. */
const sampledRows = 300

const editionSentence = ({ label, publishedAt }: Edition): string => `Edition ${label} of ${publishedAt.slice(0, 10)}, whole`

/** The table a list is of: release-events → release_event. */
const tableOf = (name: string): string => name.replaceAll('-', '_').replace(/s$/, '')

/** The files that only an edition has: packages of a view or of all of it, and its own SQLite file. */
export const mountDownloads = (router: Router, behind: () => OpenEdition): void => {
  /** `sentence` says the filter, with the number of records where it is known. */
  const serveZip = <E extends AnyEndpoint & { readonly query: z.ZodType }>(
    endpoint: E,
    viewFor: (query: QueryOf<E>, extent: Extent) => PackagedView,
    sentence: (query: QueryOf<E>, records: number | undefined, edition: Edition) => string,
  ) => {
    const answer = async (request: Request, response: Response): Promise<void> => {
      const query = parseWith(endpoint.query, request.query, 'query') as QueryOf<E>
      // Taken once: a package is of one edition from its first table to its last.
      const { edition, file } = behind()
      const body = () => {
        const view = viewFor(query, { file, link: linkOf(request) })
        const told = () => viewOf(request, sentence(query, view.records(), edition), view.records(), edition)
        return zipOf(packageEntries({ ...view, view: told }), dayOf(edition))
      }
      const name = exportName(sentence({ ...(query as object), q: undefined } as QueryOf<E>, undefined, edition), edition.label, 'zip')
      await sendFile(request, response, { type: 'application/zip', name, body })
    }
    router.get(endpoint.path, (request, response) => answer(request, response))
  }
  serveZip(downloadReleaseEvents, releaseEventView, (query, records) => releaseEventsSentence(query, records))
  serveZip(downloadDetainees, detaineeView, detaineesSentence)
  serveZip(
    downloadEdition,
    (_query, extent) => editionView(extent),
    (_query, _records, edition) => editionSentence(edition),
  )

  serve(router, getEditionExports, async ({ request }) => {
    const { edition, file } = behind()
    const rows = Object.values(edition.counts).reduce((sum, count) => sum + count, 0)
    const view = viewOf(request, editionSentence(edition), rows, edition)
    const growth = ({ name, tally }: Resource) => (edition.counts[tableOf(name)] ?? tally.rows) / Math.max(1, tally.rows)
    const zip = await measurePackage(editionView({ file, link: linkOf(request), most: sampledRows }), view, growth)
    const sqlite = { format: 'sqlite' as const, rows, bytes: edition.bytes, estimated: false }
    return { sentence: editionSentence(edition), rows, files: [zip, sqlite] }
  })

  router.get(downloadEditionFile.path, (request: Request, response: Response) => {
    parseWith(downloadEditionFile.query, request.query, 'query')
    return sendEditionFile(response, behind())
  })
}
