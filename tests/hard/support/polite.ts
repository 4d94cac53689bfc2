import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export type Visitor = { readonly address: string; readonly paths: readonly string[]; readonly headers: Readonly<Record<string, string>>; readonly localAddress: string }

const ask = (agent: Agent, { address, headers, localAddress }: Visitor, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const asked = request(`${address}${path}`, { agent, headers, localAddress }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${String(response.statusCode)}`))
      response.resume().once('end', () => resolve(performance.now() - started))
    })
    asked.once('error', reject)
    asked.end()
  })

/** How long a visitor reads before the next question, in milliseconds. */
const readsFor = 100

/** Asks one thing after the other, as a browser does, until `goesOn` says no. Gives how long each took, in milliseconds. Throws where one is refused. */
const visit = async (visitor: Visitor, goesOn: () => boolean): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: 60_000 })
  const taken: number[] = []
  try {
    for (let turn = 0; goesOn(); turn += 1) {
      taken.push(await ask(agent, visitor, visitor.paths[turn % visitor.paths.length] ?? '/'))
      await setTimeout(readsFor)
    }
  } finally {
    agent.destroy()
  }
  return taken
}

export const visitAll = async (visitors: readonly Visitor[], goesOn: () => boolean): Promise<number[]> =>
  (await Promise.all(visitors.map((visitor) => visit(visitor, goesOn)))).flat().toSorted((a, b) => a - b)

/** The time that 99 of 100 stay below; `taken` is sorted. */
export const p99Of = (taken: readonly number[]): number => taken[Math.floor(taken.length * 0.99)] ?? 0
