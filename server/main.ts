import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildClient } from './cli/build-client.ts'
import { buildDoors, builtDoor } from './cli/build-doors.ts'
import { type Config, isUnderNpm, keepCompiled, readConfig } from './config.ts'
import { takeDataFolder } from './data-folder.ts'
import { probe } from './http/listen.ts'
import type { DoorMessage } from './http/run-door.ts'
import type { PrepareMessage } from './prepare-process.ts'
import { sentenceOf } from './sentence-of.ts'

/*
 * `npm start`: the pages built, the data folder ready, an edition published, and the two
 * doors open in two processes.
 */

type Ready = { readonly address: string; readonly firstAccountLink?: string | null }
type OpenDoor = { readonly process: ChildProcess; readonly ready: Ready }

/** How long a door may take to end by itself before it is made to. */
const patienceMs = 5000

const openDoor = (program: string): Promise<OpenDoor> =>
  new Promise((resolve, reject) => {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: DoorMessage<Ready>) => {
      if (message.kind === 'ready') resolve({ process: child, ready: message.ready })
      else if (message.kind === 'failed') reject(new Error(message.message))
    })
    child.once('exit', (code) => reject(new Error(`A door closed before it was open (exit ${String(code)}).`)))
  })

const closeDoor = ({ process: child }: OpenDoor): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
  })

/** Calls back when npm's shell is gone: a signal that ended it was meant for us. */
const onShellGone = (gone: () => void): void => {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) gone()
  }, 300).unref()
}

const greet = (config: Config, open: Ready, desk: Ready): void => {
  console.log(`
Habeas is open.
  Public pages and API  ${open.address}
  Desk                  ${desk.address}
  Data folder           ${config.dataDir}`)
  if (desk.firstAccountLink) {
    console.log(`
There is no account yet. Make the first one with this link (it works once, for 24 hours):
  ${desk.firstAccountLink}`)
  }
  console.log('\nStop with Ctrl-C.')
}

/** In a process of its own, whose memory goes with it: this one waits for as long as the doors are open. */
const prepare = (program: string, config: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: PrepareMessage) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'failed') reject(new Error(message.message))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Making the data folder ready ended early (exit ${String(code)}).`)))
    child.send(config)
  })

type Programs = { readonly prepare: string; readonly open: string; readonly desk: string }

const asSources = (): Programs => ({
  prepare: fileURLToPath(new URL('prepare-process.ts', import.meta.url)),
  open: fileURLToPath(new URL('public.ts', import.meta.url)),
  desk: fileURLToPath(new URL('desk.ts', import.meta.url)),
})

/** The doors as they are built, which open in half the time; as they are written with `--sources`, or where they cannot be built. */
const findPrograms = async (): Promise<Programs> => {
  if (process.argv.includes('--sources')) return asSources()
  try {
    await buildDoors()
    return { prepare: builtDoor('prepare-process.ts'), open: builtDoor('public.ts'), desk: builtDoor('desk.ts') }
  } catch (error) {
    console.log(`The doors open as they are written, which takes longer: they cannot be built (${error instanceof Error ? error.message : 'unknown'}).`)
    return asSources()
  }
}

const start = async (): Promise<OpenDoor[]> => {
  const config = readConfig()
  keepCompiled()
  await probe({ door: 'public door', host: config.host, port: config.port })
  await probe({ door: 'desk', host: config.deskHost, port: config.deskPort })
  await takeDataFolder(config.dataDir)
  await buildClient()
  const programs = await findPrograms()
  await prepare(programs.prepare, config)
  const [open, desk] = await openBoth(programs)
  greet(config, open.ready, desk.ready)
  return [open, desk]
}

/** Both doors, at the same time; where one does not open, neither stays. */
const openBoth = async (programs: Programs): Promise<[OpenDoor, OpenDoor]> => {
  const opening = [openDoor(programs.open), openDoor(programs.desk)] as const
  try {
    return await Promise.all(opening)
  } catch (error) {
    for (const door of await Promise.allSettled(opening)) if (door.status === 'fulfilled') await closeDoor(door.value)
    throw error
  }
}

const run = async (): Promise<void> => {
  let stopping = false
  let doors: OpenDoor[] = []
  const stop = (code: number) => {
    if (stopping) return
    stopping = true
    void Promise.all(doors.map(closeDoor)).then(() => process.exit(code))
  }
  process.once('SIGINT', () => stop(0))
  process.once('SIGTERM', () => stop(0))
  if (isUnderNpm()) onShellGone(() => stop(0))
  try {
    doors = await start()
  } catch (error) {
    const message = error instanceof Error ? error.message : 'Habeas did not start, for a reason it cannot name.'
    console.error(`Habeas did not start. ${sentenceOf(error) ?? message}`)
    process.exit(1)
  }
  for (const door of doors) {
    door.process.once('exit', () => {
      if (!stopping) console.error('One of the two doors closed by itself; Habeas stops. Start it again to go on.')
      stop(1)
    })
  }
}

await run()
