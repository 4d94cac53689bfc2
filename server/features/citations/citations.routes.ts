import type { Router } from 'express'
import { LRUCache } from 'lru-cache'
import { type Citation, citeView } from '#contract/cite.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { EditionShelf, OpenEdition } from '../../editions/edition-shelf.ts'
import { HttpError, found } from '../../http/errors.ts'
import { originOf } from '../../http/public-address.ts'
import { serve } from '../../http/serve.ts'
import { permalinkPath } from './cited-address.ts'
import { citedByNumber } from './cite-by-number.ts'
import { titleOf } from './cited-title.ts'
import { formatCitation } from './citation-formats.ts'
import { refuseStrays } from './pinned-events.ts'
import { readAddress } from './read-address.ts'
import { findCitedResult, hashOfResult } from './result.queries.ts'

/** What of a citation depends on the edition and the view alone. */
type Cited = Pick<Citation, 'title' | 'path' | 'records' | 'sha256'>

/** Citations kept: a result is read whole to take its hash. */
const kept = 500

const access = 'Open to everyone, without an account. An edition stays as published; where someone in it has to be protected, it is rewritten as a revision that keeps its numbers.'
const invented = 'Every person and event in it is invented. '

const cite = async ({ edition, file }: OpenEdition, path: string): Promise<Cited> => {
  const { view, shown } = readAddress(path)
  if (edition.revision === 0) await refuseStrays(file, view)
  const cited = await citedByNumber(file, view)
  const result = await findCitedResult(file, cited)
  return {
    title: await titleOf(file, view, result.records),
    path: permalinkPath({ view: cited, shown }, edition.number),
    records: result.records,
    sha256: hashOfResult(cited, result),
  }
}

/** Citations of what the public door shows; they may name the host that was asked, so nobody keeps them on the way. */
export const mountCitations = (router: Router, shelf: EditionShelf): void => {
  // By file: what was worked out from one goes with it when it is closed.
  const caches = new WeakMap<RecordFile, LRUCache<string, Cited>>()
  const cacheOf = (file: RecordFile): LRUCache<string, Cited> => {
    const cache = caches.get(file) ?? new LRUCache<string, Cited>({ max: kept })
    caches.set(file, cache)
    return cache
  }
  const open = (number: number | null): OpenEdition => {
    if (number !== null) return found(shelf.byNumber(number), 'edition')
    const latest = shelf.latest()
    if (latest) return latest
    throw new HttpError(503, 'unavailable', 'No edition is published yet. Publish one at the desk, then look again.')
  }
  serve(router, citeView, async ({ query, request, response }) => {
    const source = open(readAddress(query.path).edition)
    const { edition } = source
    const cache = cacheOf(source.file)
    const cited = cache.get(query.path) ?? (await cite(source, query.path))
    cache.set(query.path, cited)
    response.setHeader('Cache-Control', 'no-cache')
    const permalink = `${originOf(request)}${cited.path}`
    const published = edition.publishedAt.slice(0, 10)
    return {
      ...cited,
      edition: { number: edition.number, label: edition.label, publishedAt: edition.publishedAt },
      newestEdition: shelf.editions[0]?.number ?? edition.number,
      permalink,
      access: `${edition.fictional ? invented : ''}${access}`,
      formats: formatCitation({
        title: edition.fictional ? `Invented data: ${cited.title}` : cited.title,
        edition: edition.revision === 0 ? String(edition.number) : edition.label,
        published,
        url: permalink,
        accessed: query.accessed ?? null,
        records: cited.records,
        sha256: cited.sha256,
        note: `${edition.fictional ? invented : ''}${access}`,
      }),
    }
  })
}
