import type { MeteredDoor } from './door.ts'
import type { InProcess } from './in-process.ts'
import { type Load, medianOfThree } from './load.ts'
import type { Question, QuestionName } from './questions.ts'

/** One question at one size. */
export type Measured = {
  readonly name: QuestionName
  readonly alone: Load
  /** Asked by 32 at once. */
  readonly crowd: Load
  /** Express answering as many bytes, to the same clients. */
  readonly express: { readonly alone: Load; readonly crowd: Load }
  /** The statements alone, kept, in one process: milliseconds. Null where answers were kept, which sends none. */
  readonly inProcess: number | null
}

type Under = {
  readonly door: MeteredDoor
  readonly floor: MeteredDoor
  /** Null: answers are kept. */
  readonly inProcess: InProcess | null
  readonly seconds: number
}

const crowd = 32

const bodyOf = async (url: string): Promise<number> => {
  // On a connection of its own: while statements were timed here, a kept one may have been closed.
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity', connection: 'close' } })
  const body = await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return body.byteLength
}

/** Asks a question warm, by one client and by 32, with both floors right beside it. */
export const measure = async ({ name, path }: Question, { door, floor, inProcess, seconds }: Under): Promise<Measured> => {
  const url = `${door.address}/api${path}`
  const fixed = `${floor.address}/${await bodyOf(url)}`
  // Warm: the file in memory, the statements prepared, the code compiled.
  for (let turn = 0; turn < 10; turn += 1) await bodyOf(url)
  await bodyOf(fixed)
  const both = [
    { url, door },
    { url: fixed, door: floor },
  ] as const
  const [alone, expressAlone] = await medianOfThree(both, { clients: 1, seconds })
  const [together, expressTogether] = await medianOfThree(both, { clients: crowd, seconds })
  return {
    name,
    alone,
    crowd: together,
    express: { alone: expressAlone, crowd: expressTogether },
    inProcess: inProcess === null ? null : await inProcess.time(path),
  }
}

/** Share of Express's answers a second, at 32 clients. */
export const shareOfExpress = ({ crowd: own, express }: Measured): number => own.perSecond / express.crowd.perSecond

/** The same by the processor time of both servers: what the clients do on the same cores does not count. */
export const shareByProcessor = ({ crowd: own, express }: Measured): number => express.crowd.processor / own.processor
