import type { Router } from 'express'
import { type EditionComparison, compareEditions as comparison } from '#contract/compare.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { compareEditions } from '../../editions/compare/compare-editions.ts'
import type { EditionShelf, OpenEdition } from '../../editions/edition-shelf.ts'
import { found } from '../../http/errors.ts'
import { serve } from '../../http/serve.ts'
import { version } from '../../version.ts'

type Comparisons = WeakMap<RecordFile, WeakMap<RecordFile, Promise<EditionComparison>>>

/** Two editions compared. What was worked out is kept with the two files, and goes with either. */
export const mountComparisons = (router: Router, shelf: EditionShelf): void => {
  const kept: Comparisons = new WeakMap()
  let last: Promise<unknown> = Promise.resolve()
  /** One after another: each reads two files whole. */
  const compare = (from: OpenEdition, to: OpenEdition): Promise<EditionComparison> => {
    const before = last
    const answer = shelf.borrow([from, to], () => before.then(() => compareEditions(from, to)))
    last = answer.catch(() => undefined)
    return answer
  }
  serve(router, comparison, async ({ params, request, response }) => {
    const [from, to] = [found(shelf.byNumber(params.a), 'edition'), found(shelf.byNumber(params.b), 'edition')]
    response.setHeader('ETag', `"${version}-${from.edition.label}-${to.edition.label}"`)
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
    const known = kept.get(from.file) ?? new WeakMap<RecordFile, Promise<EditionComparison>>()
    kept.set(from.file, known)
    const answer = known.get(to.file) ?? compare(from, to)
    known.set(to.file, answer)
    answer.catch(() => known.delete(to.file))
    const compared = await answer
    if (request.fresh) response.status(304).end()
    return compared
  })
}
