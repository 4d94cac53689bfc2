import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { beReader } from '#server/http/long/be-reader.ts'

/*
 * A reader for tests of what stands before it: it says how often it was asked, holds an answer
 * back until it is told, is at work until it is ended, dies, or sends without an end.
 */

const workForEver = (): never => {
  for (;;) Math.random()
}

const { promise: held, resolve: release } = Promise.withResolvers<void>()
let asked = 0
let sent = 0

const endless = async function* () {
  for (;;) {
    sent += 1
    yield Buffer.alloc(64 * 1024, 'x')
    await pause(0)
  }
}

beReader(
  async () => ({
    answer: (request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '')
      if (path === '/for-ever') workForEver()
      if (path === '/dies') process.exit(1)
      if (path === '/endless') void pipeline(Readable.from(endless()), response).catch(() => undefined)
      else if (path === '/held-file') setTimeout(() => response.end('here'), 500)
      else if (path === '/sent') response.end(String(sent))
      else {
        if (path !== '/release') asked += 1
        if (path === '/release') release()
        if (path === '/held') void held.then(() => response.end(String(asked)))
        else response.end(String(asked))
      }
    },
    close: () => Promise.resolve(),
  }),
  () => undefined,
)
