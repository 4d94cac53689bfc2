import { randomOf } from '#seed/fictional/random.ts'
import { addressOf } from './addresses.ts'
import { documentOf, operationsIn } from './operations.ts'
import type { Known } from './sample-schema.ts'

/** Answered by the door itself: not below the address of a pinned edition. */
const ofTheDoor = /^\/api\/(?:editions|cite|health|ready)/

const pages = ['/', '/release-events', '/detainees', '/detainees/3', '/search?q=a', '/embed/time', '/api/docs', '/api/openapi.json', '/no/such/page']

/** Files that hold many people take long to make: they are asked for less often than the rest. */
const isHeavy = (path: string): boolean => /\.(?:xlsx|zip|sqlite)$/.test(path)

/**
 * This many addresses of the public door, the same for the same number: every operation of its
 * document in turn, with filters, ids, search words and pages that are there and that are not,
 * over the latest edition and over pinned ones.
 */
export const publicAddresses = (count: number, seed: number, known: Known): string[] => {
  const document = documentOf('public')
  const operations = operationsIn(document)
  const random = randomOf(seed, 0)
  const ofOperations = (): string => {
    const operation = random.pick(operations)
    if (isHeavy(operation.path) && random.chance(0.6)) return ofOperations()
    const address = addressOf(document, operation, random, known, random.chance(0.2))
    return !ofTheDoor.test(address) && random.chance(0.25) ? address.replace('/api', `/api/editions/${random.int(1, 3)}`) : address
  }
  const cited = (): string => {
    const viewed = ofOperations()
    const path = random.chance(0.5) ? viewed : viewed.replace(/^\/api/, '').replace(/\.(?:csv|json|xlsx|zip|sqlite)/, '')
    return `/api/cite?accessed=2026-01-01&path=${encodeURIComponent(path)}`
  }
  const once = [...operations.map((operation) => addressOf(document, operation, random, known)), ...pages]
  const rest = Array.from({ length: Math.max(0, count - once.length) }, () => (random.chance(0.12) ? cited() : ofOperations()))
  // Without a day, a citation says today's.
  const isToday = (address: string): boolean => address.startsWith('/api/cite') && !address.includes('accessed=')
  return [...once, ...rest].map((address) => (isToday(address) ? `${address}${address.includes('?') ? '&' : '?'}accessed=2026-01-01` : address))
}
