import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { buildDoors, builtDoor } from '#server/cli/build-doors.ts'
import { keepCompiled } from '#server/config.ts'

// As `npm start` opens a door.
keepCompiled()
await buildDoors()

const meter = new URL('meter.ts', import.meta.url).href
const expressFloor = fileURLToPath(new URL('express-floor.ts', import.meta.url))

export type Door = {
  readonly address: string
  /** From the start of the process until it said where it listens, in milliseconds. */
  readonly openedIn: number
  readonly pid: number
  /** Resident memory now, in megabytes; where the system does not tell, NaN. */
  readonly resident: () => number
  readonly residentOf: (pid: number) => number
  readonly stop: () => Promise<void>
}

/** One that tells what it costs. */
export type MeteredDoor = Door & {
  /** Processor time that it has taken so far, in milliseconds. */
  readonly processor: () => Promise<number>
}

const residentOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

type Environment = Readonly<Record<string, string>>

const start = (command: readonly string[], environment: Environment): ChildProcess =>
  spawn(process.execPath, command, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })

const opened = async (child: ChildProcess, file: string): Promise<Door> => {
  const from = performance.now()
  const [first] = (await Promise.race([
    once(child.stdout as Readable, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)} before it was open`))),
  ])) as [Buffer]
  return {
    address: first.toString().trim(),
    openedIn: performance.now() - from,
    pid: child.pid ?? 0,
    resident: () => residentOf(child.pid ?? 0),
    residentOf,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const open = (file: string, environment: Environment): Promise<Door> => opened(start([file], environment), file)

const openMetered = async (file: string, environment: Environment): Promise<MeteredDoor> => {
  const child = start(['--import', meter, file], environment)
  const told = child.stdio[3] as Readable
  return {
    ...(await opened(child, file)),
    processor: async () => {
      child.kill('SIGUSR2')
      const [milliseconds] = (await once(told, 'data')) as [Buffer]
      return Number(milliseconds.toString())
    },
  }
}

const settings = (dataDir: string): Readonly<Record<string, string>> => ({
  HABEAS_DATA_DIR: dataDir,
  HOST: '127.0.0.1',
  PORT: '0',
  DESK_HOST: '127.0.0.1',
  DESK_PORT: '0',
  HABEAS_REQUESTS_PER_MINUTE: '0',
})

type Keeping = { readonly keepAnswers: boolean }

const publicSettings = (dataDir: string, { keepAnswers }: Keeping): Environment => ({
  ...settings(dataDir),
  ...(keepAnswers ? {} : { HABEAS_ANSWER_CACHE_MB: '0' }),
})

/** The public door as one of several readers would be started: a process of its own over this data folder. */
export const openPublicDoor = (dataDir: string, keeping: Keeping): Promise<Door> => open(builtDoor('public.ts'), publicSettings(dataDir, keeping))

export const openMeteredDoor = (dataDir: string, keeping: Keeping): Promise<MeteredDoor> =>
  openMetered(builtDoor('public.ts'), publicSettings(dataDir, keeping))

export const openDesk = (dataDir: string): Promise<Door> => open(builtDoor('desk.ts'), settings(dataDir))

export const openExpressFloor = (): Promise<MeteredDoor> => openMetered(expressFloor, {})
