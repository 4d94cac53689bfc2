import type { Response, Router } from 'express'
import { getHealth, getReady } from '#contract/health.ts'
import { HttpError } from '../../http/errors.ts'
import { serve } from '../../http/serve.ts'

const keepNowhere = (response: Response): void => {
  response.setHeader('Cache-Control', 'no-store')
}

/** What a proxy asks the public door before it sends readers to it. */
export const mountHealth = (router: Router, hasEdition: () => boolean): void => {
  serve(router, getHealth, ({ response }) => {
    keepNowhere(response)
    return { status: 'ok' as const }
  })

  serve(router, getReady, ({ response }) => {
    keepNowhere(response)
    if (!hasEdition()) throw new HttpError(503, 'unavailable', 'No edition is published yet. Publish one at the desk, then look again.')
    return { status: 'ready' as const }
  })
}
