import { mkdir } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import type { Express } from 'express'
import { type Config, readConfig } from './config.ts'
import { EditionShelf } from './editions/edition-shelf.ts'
import { followEditions } from './editions/follow-editions.ts'
import { AnswerCache } from './http/answer-cache.ts'
import { clientOf, proxiesOf } from './http/client-of.ts'
import { addressOf, closeServer, listen, ownAddressOf } from './http/listen.ts'
import { makeLog } from './http/log.ts'
import { openAside } from './http/long/open-aside.ts'
import { costOf, rateLimit, refuseLater } from './http/rate-limit.ts'
import { runDoor } from './http/run-door.ts'
import { publicApp } from './public-app.ts'
import { type InFront, personInFront } from './public-person.ts'

/*
 * The public door: it opens editions and nothing else, and holds no key, session or account.
 */

/** What was answered before is sent again without any route being asked, and so is a person, to whoever has not asked too much. */
const inFrontOf = (app: Express, cache: AnswerCache, answerPerson: InFront, { requestsPerMinute, trustedProxies }: Config): RequestListener => {
  const limit = rateLimit({ perMinute: requestsPerMinute })
  const isProxy = proxiesOf(trustedProxies)
  return (request, response) => {
    const wait = limit.take(clientOf(request, isProxy), costOf(request.url ?? ''))
    if (wait > 0) refuseLater(request, wait)
    const ask = (): unknown => app(request, response)
    if (wait > 0 || !(cache.answer(request, response) || answerPerson(request, response, ask))) ask()
  }
}

/** Bytes of an edition, that of about five thousand people, from which on a question may hold others up by 50 ms. */
const largeEdition = 16_000_000

export const startPublic = async (config: Config) => {
  await mkdir(config.editionsDir, { recursive: true })
  const shelf = new EditionShelf(config.editionsDir)
  await shelf.refresh()
  const cache = new AnswerCache(config.answerCacheBytes)
  const aside = openAside(new URL('./public-reader.ts', import.meta.url), config, {
    seconds: config.answerSeconds,
    isNeeded: () => shelf.editions.some(({ bytes }) => bytes > largeEdition),
  })
  // A page that is drawn ahead asks as a browser would: through the door, whose answers are kept.
  const ask = async (address: string): Promise<unknown> => {
    const answer = await fetch(ownAddressOf(server) + address)
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    return answer.json()
  }
  const app = await publicApp(config, { shelf, cache, aside, ask })
  const server = await listen(inFrontOf(app, cache, personInFront(shelf, cache), config), { door: 'public door', host: config.host, port: config.port })
  const stopFollowing = followEditions(shelf, config.editionsDir, makeLog('public'), (labels) => cache.keepOnly(labels))
  return {
    address: addressOf(server),
    close: async () => {
      stopFollowing()
      await closeServer(server)
      await aside.close()
      await shelf.close()
    },
  }
}

if (import.meta.main) await runDoor('public', () => startPublic(readConfig()))
