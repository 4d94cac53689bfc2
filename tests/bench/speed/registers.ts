import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const seedFictional = fileURLToPath(new URL('../../../server/cli/seed-fictional.ts', import.meta.url))
const run = promisify(execFile)

/** As in a register of the world: a million people, twenty thousand release events. */
const perEvent = 50

export type BenchRegister = {
  readonly detainees: number
  /** A data folder, as HABEAS_DATA_DIR. */
  readonly dataDir: string
  /** Of making and publishing it, in seconds. */
  readonly madeIn: number
}

/** An invented register of this size with one edition, made by the command anybody would use, or kept from an earlier run. */
export const benchRegister = async (cache: string, detainees: number, say: (text: string) => void): Promise<BenchRegister> => {
  const dataDir = join(cache, `d${detainees}`)
  const note = join(dataDir, 'made-in.txt')
  if (existsSync(join(dataDir, 'editions', 'editions.json'))) {
    return { detainees, dataDir, madeIn: existsSync(note) ? Number(await readFile(note, 'utf8')) : Number.NaN }
  }
  say(`Making ${detainees} invented people in ${dataDir}. This is done once.`)
  const beside = `${dataDir}.making`
  await rm(beside, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  const start = performance.now()
  const options = ['--detainees', String(detainees), '--per-event', String(perEvent), '--out', beside]
  await run(process.execPath, ['--max-old-space-size=6000', seedFictional, ...options], { maxBuffer: 1 << 24 })
  const madeIn = (performance.now() - start) / 1000
  await writeFile(join(beside, 'made-in.txt'), madeIn.toFixed(1))
  await rename(beside, dataDir)
  return { detainees, dataDir, madeIn }
}
