import type { RequestListener } from 'node:http'
import type { Config } from './config.ts'
import { EditionShelf } from './editions/edition-shelf.ts'
import { followEditions } from './editions/follow-editions.ts'
import { AnswerCache } from './http/answer-cache.ts'
import { makeLog } from './http/log.ts'
import { beReader } from './http/long/be-reader.ts'
import { publicApp } from './public-app.ts'

/*
 * A reader of the public door: the same answers, in a process that can be ended. The door keeps what
 * is worth keeping.
 */

const log = makeLog('public')

const openReader = async (config: Config) => {
  const shelf = new EditionShelf(config.editionsDir)
  await shelf.refresh()
  const app = await publicApp(config, { shelf, cache: new AnswerCache(0), aside: null, ask: null })
  const stopFollowing = followEditions(shelf, config.editionsDir, log)
  // The door may know of a new edition already: it and its readers answer from the same one.
  const answer: RequestListener = (request, response) => {
    void shelf.refresh().then(
      () => app(request, response),
      (error: unknown) => {
        log.error({ err: error }, 'the list of editions cannot be read')
        response.destroy()
      },
    )
  }
  return {
    answer,
    close: async () => {
      stopFollowing()
      await shelf.close()
    },
  }
}

beReader(openReader, (error) => log.error({ err: error }, 'a reader could not go on'))
