import autocannon from 'autocannon'
import type { MeteredDoor } from './door.ts'

/** What some clients met who asked one question again and again. */
export type Load = {
  /** Milliseconds until the answer was whole: half of them no longer, 99 of 100 no longer. */
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  /** Bytes of one answer, head and body. */
  readonly bytes: number
  /** Milliseconds of processor time that the server spent on one answer. */
  readonly processor: number
}

/** What is asked, and the process that answers. */
export type Asked = { readonly url: string; readonly door: Pick<MeteredDoor, 'processor'> }

type Many = { readonly clients: number; readonly answers: number }

/** The value that so large a share of sorted values does not exceed. */
export const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number => at(values.toSorted((a, b) => a - b), 0.5)

/**
 * One run, its answers counted from the first to the last: before it connections are made, and after it the
 * end is noticed at the next tick only. Throws where an answer is not 200, so that no error page is ever measured.
 */
const shoot = (url: string, { clients, answers }: Many): Promise<Omit<Load, 'processor'>> =>
  new Promise((resolve, reject) => {
    const times: number[] = []
    let bytes = 0
    let refused = 0
    let first = Number.NaN
    let last = Number.NaN
    const cannon = autocannon({ url, connections: clients, amount: answers, sampleInt: 50, timeout: 60 }, (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error(String(error)))
      else if (refused > 0 || times.length === 0) reject(new Error(`${url}: ${refused} answers were not 200, ${times.length} in all`))
      else {
        const sorted = times.toSorted((a, b) => a - b)
        resolve({ p50: at(sorted, 0.5), p99: at(sorted, 0.99), perSecond: ((times.length - 1) * 1000) / (last - first), bytes })
      }
    })
    cannon.on('response', (_client, status, responseBytes, milliseconds) => {
      last = performance.now()
      if (times.length === 0) first = last
      if (status !== 200) refused += 1
      times.push(milliseconds)
      bytes = responseBytes
    })
  })

/** Asks until the code that answers is compiled: an answer takes several times as long before. */
export const warm = async (url: string): Promise<void> => {
  await shoot(url, { clients: 32, answers: 4000 })
}

const once = async ({ url, door }: Asked, many: Many): Promise<Load> => {
  const before = await door.processor()
  const load = await shoot(url, many)
  return { ...load, processor: (await door.processor() - before) / many.answers }
}

type Asking = { readonly clients: number; readonly seconds: number }

/** How many answers so many clients get in about so long, at least two for each. Where that is more, they have tried. */
const answersIn = async (url: string, { clients, seconds }: Asking): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now()
    await (await fetch(url)).arrayBuffer()
    times.push(performance.now() - start)
  }
  const least = Math.max(2 * clients, 10)
  const inTurn = Math.round((seconds * 1000) / median(times))
  if (inTurn <= least) return least
  const { perSecond } = await shoot(url, { clients, answers: inTurn })
  return Math.max(least, Math.round(seconds * perSecond))
}

const middleOf = (runs: readonly Load[]): Load => ({
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
  perSecond: median(runs.map(({ perSecond }) => perSecond)),
  bytes: median(runs.map(({ bytes }) => bytes)),
  processor: median(runs.map(({ processor }) => processor)),
})

/**
 * Three runs of each address of about so many seconds, in turn, so that what else the machine does
 * falls on all of them; of each figure the middle one.
 */
export const medianOfThree = async ([first, second]: readonly [Asked, Asked], asking: Asking): Promise<readonly [Load, Load]> => {
  const answers = [await answersIn(first.url, asking), await answersIn(second.url, asking)] as const
  const runs: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < 3; turn += 1) {
    runs[0].push(await once(first, { clients: asking.clients, answers: answers[0] }))
    runs[1].push(await once(second, { clients: asking.clients, answers: answers[1] }))
  }
  return [middleOf(runs[0]), middleOf(runs[1])]
}
