import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { type ExportFormat, exportFormats } from '#contract/exports.ts'
import { exportOf } from '../export/serve-exports.ts'
import type { Guard } from '../serve.ts'
import { askForAnswers, askForFiles } from './ask-aside.ts'
import type { Lane } from './lane.ts'

/** Where long questions of a door go: those for answers apart from those for files, which take as long as their readers like. */
export type Aside = {
  readonly answers: Lane
  readonly files: Lane
  /** Whether so much is read that a question can take long. Where little is, a process more would only cost memory. */
  readonly isNeeded: () => boolean
}

/** Whether this process can answer with a whole file of a list without holding others up. */
export type IsAtHand = (list: AnyEndpoint, format: ExportFormat, request: Request) => Promise<boolean>

type Ask = (request: Request, response: Response) => Promise<void>

const isAlways = ({ long }: AnyEndpoint): boolean => long === true
const hasParameter = ({ long }: AnyEndpoint, { query }: Request): boolean => Array.isArray(long) && long.some((name) => query[name] !== undefined)

/** Whether this endpoint may take long, asked like this. */
export const isLong = (endpoint: AnyEndpoint, request: Request): boolean => isAlways(endpoint) || hasParameter(endpoint, request)

/** A list; one record and its files are small. */
const isList = ({ path }: AnyEndpoint): boolean => !path.includes(':')

/**
 * Routes that pass long questions on to readers, to be mounted before the same routes in this
 * process: what is not long goes on to them.
 */
export const mountLong = (
  endpoints: readonly AnyEndpoint[],
  aside: Aside,
  { guard, takes = isLong, isAtHand }: { guard?: Guard; takes?: (endpoint: AnyEndpoint, request: Request) => boolean; isAtHand?: IsAtHand } = {},
): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  const answers = askForAnswers(aside.answers)
  const files = askForFiles(aside.files)
  const pass =
    (endpoint: AnyEndpoint, ask: Ask, isTaken: (request: Request) => boolean | Promise<boolean>): RequestHandler =>
    async (request, response, next) => {
      if (!aside.isNeeded() || !(await isTaken(request))) {
        next()
        return
      }
      await guard?.(endpoint, request, response)
      await ask(request, response)
    }
  for (const endpoint of endpoints) {
    router[endpoint.method](endpoint.path, pass(endpoint, endpoint.file ? files : answers, (request) => takes(endpoint, request)))
    if (!endpoint.exports || !isList(endpoint)) continue
    for (const format of exportFormats) {
      const isTaken = async (request: Request) => !(await isAtHand?.(endpoint, format, request))
      router.get(`${endpoint.path}.${format}`, pass(exportOf(endpoint), files, isTaken))
    }
  }
  return router
}
