import autocannon from 'autocannon'

/** What some clients met who asked one question again and again. */
export type Load = {
  /** Milliseconds until the answer was whole: half of them no longer, 99 of 100 no longer. */
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  /** Bytes of one answer, head and body. */
  readonly bytes: number
}

type Asked = { readonly clients: number; readonly answers: number }

/** The value that so large a share of sorted values does not exceed. */
export const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number => at(values.toSorted((a, b) => a - b), 0.5)

/** One run. Throws where an answer is not 200, so that no error page is ever measured. */
const once = (url: string, { clients, answers }: Asked): Promise<Load> =>
  new Promise((resolve, reject) => {
    const times: number[] = []
    let bytes = 0
    let refused = 0
    const start = performance.now()
    const cannon = autocannon({ url, connections: clients, amount: answers, sampleInt: 50, timeout: 60 }, (error: unknown) => {
      const took = (performance.now() - start) / 1000
      if (error) reject(error instanceof Error ? error : new Error(String(error)))
      else if (refused > 0 || times.length === 0) reject(new Error(`${url}: ${refused} answers were not 200, ${times.length} in all`))
      else {
        const sorted = times.toSorted((a, b) => a - b)
        resolve({ p50: at(sorted, 0.5), p99: at(sorted, 0.99), perSecond: times.length / took, bytes })
      }
    })
    cannon.on('response', (_client, status, responseBytes, milliseconds) => {
      if (status !== 200) refused += 1
      times.push(milliseconds)
      bytes = responseBytes
    })
  })

/** How many answers take about so long, at least two for each client. */
const answersIn = async (url: string, clients: number, seconds: number): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now()
    await (await fetch(url)).arrayBuffer()
    times.push(performance.now() - start)
  }
  return Math.max(2 * clients, 10, Math.round((seconds * 1000) / median(times)))
}

const middleOf = (runs: readonly Load[]): Load => ({
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
  perSecond: median(runs.map(({ perSecond }) => perSecond)),
  bytes: median(runs.map(({ bytes }) => bytes)),
})

type Asking = { readonly clients: number; readonly seconds: number }

/**
 * Three runs of each address of about so many seconds, in turn, so that what else the machine does
 * falls on all of them; of each figure the middle one.
 */
export const medianOfThree = async (urls: readonly [string, string], { clients, seconds }: Asking): Promise<readonly [Load, Load]> => {
  const [first, second] = urls
  const answers = [await answersIn(first, clients, seconds), await answersIn(second, clients, seconds)] as const
  const runs: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < 3; turn += 1) {
    runs[0].push(await once(first, { clients, answers: answers[0] }))
    runs[1].push(await once(second, { clients, answers: answers[1] }))
  }
  return [middleOf(runs[0]), middleOf(runs[1])]
}
