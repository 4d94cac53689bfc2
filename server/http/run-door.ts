import { ConfigError } from '../config.ts'
import { DataFolderError } from '../data-folder.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { ListenError } from './listen.ts'
import { endOnUncaught } from './end-on-uncaught.ts'

type Door = { readonly address: string; readonly close: () => Promise<void> }

/** What a door's process tells the one that started it. */
export type DoorMessage<Ready> =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'failed'; readonly message: string }

/** Errors that are said in one sentence, without a stack: the person can mend them. */
export const sentenceOf = (error: unknown): string | null => {
  if (error instanceof ConfigError || error instanceof NewerDatabaseError || error instanceof ListenError || error instanceof DataFolderError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM' || error.code === 'SQLITE_CANTOPEN' || error.code === 'SQLITE_READONLY') {
    return `The data folder cannot be written (${error.message}). Set HABEAS_DATA_DIR to a folder that you may write.`
  }
  if (error.code === 'ENOSPC' || error.code === 'SQLITE_FULL') return 'The disk is full. Free some space, then start again.'
  if (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT') {
    return `A file in the data folder is damaged (${error.message}). Put back a copy of register.sqlite and the editions folder, or use another data folder.`
  }
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') return `The data folder is not a folder (${error.message}).`
  return null
}

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
