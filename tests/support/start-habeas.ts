import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** Longer than a start takes on a slow machine, pages built and seed loaded. */
const patienceMs = 240_000

export type Habeas = {
  readonly publicAddress: string
  readonly deskAddress: string
  /** The one-time link to make the first account; null where there is one. */
  readonly firstAccountLink: string | null
  readonly dataDir: string
  /** Of the process that started both doors. */
  readonly pid: number
  /** Sends SIGTERM, waits for the end, and removes the data folder unless it was given. Gives the exit code. */
  readonly stop: () => Promise<number | null>
}

/**
 * Starts the real program as `npm start` does, on free ports, with a data folder of its own.
 * Rejects with all it said when it ends, or is not open in time.
 */
export const startHabeas = async (given: { readonly dataDir?: string } = {}): Promise<Habeas> => {
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'habeas-e2e-')))
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, HABEAS_DATA_DIR: dataDir, PORT: '0', DESK_PORT: '0', HOST: '', DESK_HOST: '', HABEAS_REQUESTS_PER_MINUTE: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    if (given.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    return child.exitCode
  }
  const open = new Promise<void>((resolve, reject) => {
    const give = (reason: string) => reject(new Error(`Habeas ${reason}. It said:\n${said}`))
    const timer = setTimeout(() => give(`was not open after ${patienceMs / 1000} s`), patienceMs)
    const read = (chunk: string) => {
      said += chunk
      if (!said.includes('Stop with Ctrl-C.')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('exit', (code) => {
      clearTimeout(timer)
      give(`ended with exit code ${String(code)}`)
    })
  })
  try {
    await open
  } catch (error) {
    await stop()
    throw error
  }
  const line = (pattern: RegExp): string | null => pattern.exec(said)?.[1] ?? null
  return {
    publicAddress: line(/Public pages and API\s+(\S+)/) ?? '',
    deskAddress: line(/Desk\s+(http\S+)/) ?? '',
    firstAccountLink: line(/(http\S+\/first-account\S+)/),
    dataDir,
    pid: child.pid ?? 0,
    stop,
  }
}
