import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'

/** An answer as it came: its status and headers in their order, the date apart, and the SHA-256 of its body. */
export type Heard = { readonly address: string; readonly status: number; readonly headers: string; readonly sha256: string }

const withoutDate = (raw: readonly string[]): string =>
  raw.flatMap((name, index) => (index % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${raw[index + 1] ?? ''}`] : [])).join('\n')

const ask = (site: string, address: string, agent: Agent): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const asked = request(`${site}${address}`, { agent }, (response) => {
      const hash = createHash('sha256')
      response.on('data', (chunk: Buffer) => hash.update(chunk))
      response.once('error', reject)
      response.once('end', () => resolve({ address, status: response.statusCode ?? 0, headers: withoutDate(response.rawHeaders), sha256: hash.digest('hex') }))
    })
    asked.once('error', reject)
    asked.end()
  })

/** Asks for all of them without an account, a few at a time; the answers are in the order of the addresses. */
export const askMany = async (site: string, addresses: readonly string[], atOnce = 6): Promise<Heard[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const heard: Heard[] = []
  let next = 0
  const askInTurn = async (): Promise<void> => {
    while (next < addresses.length) {
      const index = next
      next += 1
      heard[index] = await ask(site, addresses[index] ?? '/', agent)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, askInTurn))
  } finally {
    agent.destroy()
  }
  return heard
}

/** How busy a machine is shows in these; what is confidential does not. */
const ofTheMoment = new Set([429, 503])

/** The addresses that were answered otherwise the second time. */
export const answeredOtherwise = (before: readonly Heard[], after: readonly Heard[]): string[] =>
  before.flatMap((first, index) => {
    const second = after[index]
    if (second === undefined || ofTheMoment.has(first.status) || ofTheMoment.has(second.status)) return []
    const same = first.status === second.status && first.headers === second.headers && first.sha256 === second.sha256
    return same ? [] : [`${first.address} (${first.status}, then ${second.status}; headers ${first.headers === second.headers ? 'alike' : 'not alike'})`]
  })
