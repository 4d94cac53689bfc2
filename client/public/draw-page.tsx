import type { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { prerender } from 'react-dom/static'
import type { DrawPage } from '#contract/drawn-page.ts'
import { answered } from '../lib/answered-before.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { PublicPages } from './public-pages.tsx'
import { makePublicRouter } from './router.ts'

/** An answer may show what is to be asked next; pages ask at most this many times in a row. */
const mostRounds = 5

/** The reads a page waits for: those it would ask for in a browser and has no answer to. */
const waitedFor = (queries: QueryClient): string[] =>
  queries
    .getQueryCache()
    .findAll({ queryKey: ['answer', 'get'] })
    .flatMap(({ state, options, queryKey: [, , address] }) =>
      // A question that waits for something stands here too, and says so only in what its asker set.
      state.data === undefined && !('enabled' in options && options.enabled === false) && typeof address === 'string' ? [address] : [],
    )

/** Draws a public page from the answers it asks for. */
export const drawPage: DrawPage = async (address, ask) => {
  const queries = makeQueryClient()
  const answers: [string, unknown][] = []
  for (let round = 0; round < mostRounds; round += 1) {
    // A router each time: it keeps what a drawing left in it.
    const router = makePublicRouter(createMemoryHistory({ initialEntries: [address] }), { scrollRestoration: false })
    await router.load()
    // Whatever its size, all of it stands in its place: pieces sent later are put there by scripts.
    const faults: unknown[] = []
    const { prelude } = await prerender(<PublicPages router={router} queries={queries} />, {
      progressiveChunkSize: Infinity,
      onError: (fault) => void faults.push(fault),
    })
    const html = await new Response(prelude).text()
    if (faults.length > 0) throw new Error(`The page at ${address} cannot be drawn.`, { cause: faults[0] })
    const open = waitedFor(queries)
    if (open.length === 0) return { html, answers }
    const found = await Promise.all(open.map(async (one): Promise<[string, unknown]> => [one, await ask(one)]))
    answered(queries, found)
    answers.push(...found)
  }
  throw new Error(`The page at ${address} asks on and on.`)
}
