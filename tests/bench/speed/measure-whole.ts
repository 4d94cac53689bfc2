import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type Door, openPublicDoor } from './door.ts'

/** What is measured of a door as a whole, and not of a question. */
export type Whole = {
  readonly detainees: number
  /** From the start of the process to the end of its first answer from the edition, in milliseconds. */
  readonly coldStart: number
  /** Resident memory of the door and of what it started, in megabytes. */
  readonly idle: number
  readonly csv: {
    readonly megabytes: number
    readonly seconds: number
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

const residentOfAll = (door: Door): number => door.resident() + childrenOf(door.pid).reduce((sum, pid) => sum + door.residentOf(pid), 0)

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
  const start = performance.now()
  const bytes = await takeAll(`${door.address}/api/detainees.csv?sort=id`)
  const seconds = (performance.now() - start) / 1000
  taken.abort()
  await looking
  return { megabytes: bytes / 1e6, seconds, mostResident, longestWait }
}

export const measureWhole = async (dataDir: string, detainees: number): Promise<Whole> => {
  const door = await openPublicDoor(dataDir, { keepAnswers: true })
  const first = await timed(() => takeAll(`${door.address}/api/detainees/1`))
  await wait(1000)
  const idle = residentOfAll(door)
  const csv = await measureCsv(door)
  await door.stop()
  return { detainees, coldStart: door.openedIn + first, idle, csv }
}
