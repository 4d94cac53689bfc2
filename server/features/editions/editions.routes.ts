import type { Router } from 'express'
import { type Edition, getHealth, listEditions } from '#contract/editions.ts'
import { serve } from '../../http/serve.ts'

/** What only the public door has: the list of editions and its own health. */
export const mountEditions = (router: Router, editions: () => readonly Edition[]): void => {
  serve(router, listEditions, ({ response }) => {
    response.setHeader('Cache-Control', 'no-cache')
    return { data: [...editions()] }
  })
  serve(router, getHealth, ({ response }) => {
    response.setHeader('Cache-Control', 'no-store')
    return { status: 'ok' as const }
  })
}
