import type { IncomingMessage, ServerResponse } from 'node:http'
import { getDetainee } from '#contract/detainees.ts'
import type { EditionShelf, OpenEdition } from './editions/edition-shelf.ts'
import { detaineeReader } from './features/detainees/detainee.queries.ts'
import { type AnswerCache, type Worked, isRead } from './http/answer-cache.ts'
import { basisOf } from './public-app.ts'

/*
 * One person, answered before Express is asked: what is asked most, and whose way through the routes takes
 * longer than the answer.
 */

/** As the pages ask: a plain number and no query. Whatever else the routes would take is left to them. */
const address = /^\/api(?:\/editions\/([1-9]\d{0,8}))?\/detainees\/([1-9]\d{0,14})$/

/** False, or `pass` called later: ask the routes. */
export type InFront = (request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean

type Waiting = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly asked: Asked; readonly pass: () => void }

type Asked = { readonly url: string; readonly number: number | null; readonly id: number }

const askedBy = (request: IncomingMessage): Asked | null => {
  const [url, number, id] = (isRead(request) && address.exec(request.url ?? '')) || []
  return url === undefined ? null : { url, number: number === undefined ? null : Number(number), id: Number(id) }
}

/**
 * Works answers out and sends each with the head that the routes gave to such an answer of the same edition,
 * asked under the same host. Where they have given none yet, where nobody has this number and where something
 * fails, they are asked.
 *
 * All who ask at the same time are worked out one after another, and then sent: going back and forth between
 * reading requests, SQLite and sending makes each of them take half as long again.
 */
export const personInFront = (shelf: EditionShelf, cache: AnswerCache): InFront => {
  const readers = new WeakMap<OpenEdition, (id: number) => Buffer | null>()
  const read = (edition: OpenEdition, id: number): Buffer | null => {
    const reader = readers.get(edition) ?? detaineeReader(edition.opened)
    readers.set(edition, reader)
    return reader(id)
  }
  const work = (request: IncomingMessage, { url, number, id }: Asked): Worked | null => {
    const edition = number === null ? shelf.latest() : shelf.byNumber(number)
    const basis = basisOf(edition?.edition)
    if (edition === null || basis === null) return null
    const headers = cache.headOf(request, url.slice(0, url.lastIndexOf('/detainees/')) + getDetainee.path, basis)
    const body = headers && read(edition, id)
    const basisNow = () => basisOf(number === null ? shelf.editions[0] : shelf.editions.find((one) => one.number === number))
    return headers && body && { basisNow, basis, headers, body }
  }
  const answer = ({ request, response, asked, pass }: Waiting): (() => void) => {
    try {
      const worked = work(request, asked)
      return worked === null ? pass : () => void cache.send(request, response, asked.url, worked).catch(pass)
    } catch {
      // Asked again, the routes say what is wrong, to the reader and in the log.
      return pass
    }
  }
  let waiting: Waiting[] = []
  const answerAll = (): void => {
    const all = waiting
    waiting = []
    for (const send of all.map(answer)) send()
  }
  return (request, response, pass) => {
    const asked = askedBy(request)
    if (asked === null) return false
    if (waiting.length === 0) setImmediate(answerAll)
    waiting.push({ request, response, asked, pass })
    return true
  }
}
