import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type Door, openPublicDoor } from './door.ts'
import { median } from './load.ts'
import { processorTimeOfAll } from './processor.ts'

/** What is measured of a door as a whole, and not of a question. */
export type Whole = {
  readonly detainees: number
  /** From the start of the process to the end of its first answer from the edition, in milliseconds: the middle one of three. */
  readonly coldStart: number
  /** Resident memory of the door and of what it started a second later, in megabytes. */
  readonly idle: number
  readonly csv: {
    readonly megabytes: number
    readonly seconds: number
    /** Seconds of one core, of the door and of what it started. */
    readonly processor: number
    readonly mostResident: number
    /** The longest that another, small question waited meanwhile, in milliseconds. */
    readonly longestWait: number
  }
}

const childrenOf = (pid: number): number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

const sumOver = ({ pid }: Door, of: (pid: number) => number): number => [pid, ...childrenOf(pid)].reduce((sum, one) => sum + of(one), 0)

const residentOfAll = (door: Door): number => sumOver(door, door.residentOf)

const takeAll = async (url: string): Promise<number> => {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  if (response.status !== 200 || response.body === null) throw new Error(`${url} answered ${response.status}`)
  let bytes = 0
  for await (const chunk of response.body) bytes += chunk.byteLength
  return bytes
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const measureCsv = async (door: Door): Promise<Whole['csv']> => {
  const taken = new AbortController()
  let mostResident = 0
  let longestWait = 0
  const look = async (): Promise<void> => {
    while (!taken.signal.aborted) {
      mostResident = Math.max(mostResident, residentOfAll(door))
      longestWait = Math.max(longestWait, await timed(() => takeAll(`${door.address}/api/detainees/1`)))
      await wait(20)
    }
  }
  const looking = look()
  const processorBefore = sumOver(door, processorTimeOfAll)
  const start = performance.now()
  const bytes = await takeAll(`${door.address}/api/detainees.csv?sort=id`)
  const seconds = (performance.now() - start) / 1000
  const processor = (sumOver(door, processorTimeOfAll) - processorBefore) / 1000
  taken.abort()
  await looking
  return { megabytes: bytes / 1e6, seconds, processor, mostResident, longestWait }
}

const opened = async (dataDir: string): Promise<{ readonly door: Door; readonly coldStart: number }> => {
  const door = await openPublicDoor(dataDir, { keepAnswers: true })
  return { door, coldStart: door.openedIn + (await timed(() => takeAll(`${door.address}/api/detainees/1`))) }
}

export const measureWhole = async (dataDir: string, detainees: number): Promise<Whole> => {
  const starts: number[] = []
  for (let turn = 0; turn < 2; turn += 1) {
    const { door, coldStart } = await opened(dataDir)
    starts.push(coldStart)
    await door.stop()
  }
  const { door, coldStart } = await opened(dataDir)
  try {
    await wait(1000)
    const idle = residentOfAll(door)
    return { detainees, coldStart: median([...starts, coldStart]), idle, csv: await measureCsv(door) }
  } finally {
    await door.stop()
  }
}
