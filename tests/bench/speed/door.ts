import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDoors, builtDoor } from '#server/cli/build-doors.ts'
import { keepCompiled } from '#server/config.ts'

// As `npm start` opens a door.
keepCompiled()
await buildDoors()

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

const residentOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

const open = async (file: string, environment: Readonly<Record<string, string>>): Promise<Door> => {
  const start = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)} before it was open`))),
  ])) as [Buffer]
  return {
    address: first.toString().trim(),
    openedIn: performance.now() - start,
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

const settings = (dataDir: string): Readonly<Record<string, string>> => ({
  HABEAS_DATA_DIR: dataDir,
  HOST: '127.0.0.1',
  PORT: '0',
  DESK_HOST: '127.0.0.1',
  DESK_PORT: '0',
  HABEAS_REQUESTS_PER_MINUTE: '0',
})

/** The public door as one of several readers would be started: a process of its own over this data folder. */
export const openPublicDoor = (dataDir: string, { keepAnswers }: { readonly keepAnswers: boolean }): Promise<Door> =>
  open(builtDoor('public.ts'), {
    ...settings(dataDir),
    ...(keepAnswers ? {} : { HABEAS_ANSWER_CACHE_MB: '0' }),
  })

export const openDesk = (dataDir: string): Promise<Door> => open(builtDoor('desk.ts'), settings(dataDir))

export const openExpressFloor = (): Promise<Door> => open(expressFloor, {})
