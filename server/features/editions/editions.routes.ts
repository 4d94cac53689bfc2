import type { Router } from 'express'
import { type Edition, listEditions } from '#contract/editions.ts'
import { serve } from '../../http/serve.ts'

/** The list of editions, which only the public door has. */
export const mountEditions = (router: Router, editions: () => readonly Edition[]): void => {
  serve(router, listEditions, ({ response }) => {
    response.setHeader('Cache-Control', 'no-cache')
    return { data: [...editions()] }
  })
}
