import { sentenceOf } from '../sentence-of.ts'
import { endOnUncaught } from './end-on-uncaught.ts'

type Door = { readonly address: string; readonly close: () => Promise<void> }

/** What a door's process tells the one that started it. */
export type DoorMessage<Ready> =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'failed'; readonly message: string }

/** Runs one door until it is told to stop; says to the parent when it is open, or why not. */
export const runDoor = async <D extends Door>(name: 'public' | 'desk', start: () => Promise<D>): Promise<void> => {
  endOnUncaught(name)
  const tell = (message: DoorMessage<Omit<D, 'close'>>) => {
    if (process.send) process.send(message)
    else console.log(message.kind === 'ready' ? message.ready.address : message.message)
  }
  let door: D
  try {
    door = await start()
  } catch (error) {
    tell({ kind: 'failed', message: sentenceOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : 'unknown') })
    process.exitCode = 1
    if (process.connected) process.disconnect()
    return
  }
  const { close, ...ready } = door
  const stop = () => {
    void close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Without its parent nobody would stop it: it goes too.
  process.once('disconnect', stop)
  tell({ kind: 'ready', ready })
}
