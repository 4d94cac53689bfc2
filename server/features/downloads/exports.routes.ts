import type { Request, Router } from 'express'
import {
  getDestinationExports,
  getDetaineeExports,
  getReleaseEventExports,
  getSanctionsActionExports,
  getSourceExports,
} from '#contract/exports.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { linkOf, viewOf } from '../../http/export/view.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { destinationList } from '../destinations/destinations.export.ts'
import { detaineeList } from '../detainees/detainees.export.ts'
import { releaseEventList } from '../release-events/release-events.export.ts'
import { sanctionsActionList } from '../sanctions-actions/sanctions-actions.export.ts'
import { sourceList } from '../sources/sources.export.ts'
import type { Resource } from './resource.ts'
import { measureList, measurePackage, sampledRecords } from './sizes.ts'
import { type Extent, type PackagedView, detaineeView, releaseEventView } from './views.ts'

/** What the files of each list would be, before one is asked for. Packages are of editions only. */
export const mountExports = (router: Router, { file, about, guard }: Mount): void => {
  const measure = async <Query, Row>(
    listOf: (file: RecordFile) => ExportedList<Query, Row>,
    query: Query,
    request: Request,
    sampleOf?: (query: Query, extent: Extent) => PackagedView,
  ) => {
    // In one step, so that both are of one edition.
    const pinned = file()
    const { mount, edition } = await about()
    const list = listOf(pinned)
    const total = await list.count(query)
    const sentence = list.sentence(query, total)
    const view = viewOf(request, sentence, total, edition)
    const files = await measureList(list, query, view, linkOf(request))
    if (mount !== 'edition' || !sampleOf) return { sentence, rows: total, files }
    const sample = sampleOf(query, { file: pinned, link: linkOf(request), most: sampledRecords })
    // Shared rows, such as sources, do not grow with the records: no table has more than the edition.
    const growth = ({ name, tally }: Resource) =>
      Math.min(total / Math.max(1, sample.records()), (edition?.counts[name] ?? Number.POSITIVE_INFINITY) / Math.max(1, tally.rows))
    const zip = await measurePackage(sample, view, growth)
    return { sentence, rows: total, files: [...files, zip] }
  }

  serve(
    router,
    getReleaseEventExports,
    ({ query, request }) => measure(releaseEventList, { ...query, sort: '-date' as const }, request, releaseEventView),
    guard,
  )
  serve(
    router,
    getDetaineeExports,
    ({ query, request }) => measure(detaineeList, { ...query, sort: 'name' as const }, request, detaineeView),
    guard,
  )
  serve(router, getDestinationExports, ({ query, request }) => measure(destinationList, query, request), guard)
  serve(
    router,
    getSanctionsActionExports,
    ({ query, request }) => measure(sanctionsActionList, { ...query, sort: '-date' as const }, request),
    guard,
  )
  serve(
    router,
    getSourceExports,
    ({ query, request }) => measure(sourceList, { ...query, sort: '-published' as const }, request),
    guard,
  )
}

