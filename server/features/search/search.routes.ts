import type { Router } from 'express'
import { search } from '#contract/search.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findAll } from './search.queries.ts'

export const mountSearch = (router: Router, { file, guard }: Mount): void => {
  serve(router, search, ({ query }) => findAll(file(), query), guard)
}
