import type { RequestHandler } from 'express'
import type { AnswerCache, Basis } from './answer-cache.ts'
import { pageDrawing } from './drawn-page.ts'

/** A reader waits this long for a page that is being drawn; then the plain one comes, and draws itself. */
const longestWaitMs = 1500

const afterMs = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null).unref())

/**
 * The overview of the newest edition as the server draws it: readers see it, and read it without
 * scripts, before what runs it has come. Drawn once for an edition and kept among its answers;
 * whenever it cannot be drawn, the plain page is answered.
 */
export const drawnOverview = async (
  clientDir: string,
  cache: AnswerCache,
  { basisNow, ask, failed }: { basisNow: () => Basis | null; ask: (address: string) => Promise<unknown>; failed: (error: unknown) => void },
): Promise<RequestHandler> => {
  const drawing = await pageDrawing(clientDir)
  // Not kept, it would be drawn for everyone who comes.
  if (drawing === null || !cache.keeps) return (_request, _response, next) => next()
  const drawnBasis = (): Basis | null => {
    const basis = basisNow()
    return basis === null ? null : { ...basis, etag: `${basis.etag.slice(0, -1)}-${drawing.digest}"` }
  }
  const keeping = cache.keeping(drawnBasis)
  let underWay: { readonly label: string; readonly page: Promise<Buffer | null> } | null = null

  const drawOnce = (label: string): Promise<Buffer | null> => {
    if (underWay?.label === label) return underWay.page
    const page = drawing.draw('/', ask).catch((error: unknown) => {
      failed(error)
      return null
    })
    underWay = { label, page }
    void page.finally(() => {
      if (underWay?.page === page) underWay = null
    })
    return page
  }

  return async (request, response, next) => {
    const label = basisNow()?.label
    if (request.originalUrl !== '/' || label === undefined) {
      next()
      return
    }
    const page = await Promise.race([drawOnce(label), afterMs(longestWaitMs)])
    // Drawn across a change of editions, it may hold answers of both.
    if (page === null || basisNow()?.label !== label) {
      next()
      return
    }
    keeping(request, response, () => {
      response.type('html').send(page)
    })
  }
}
