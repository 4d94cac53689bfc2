import { ConfigError } from './config.ts'
import { DataFolderError } from './data-folder.ts'
import { NewerDatabaseError } from './db/newer-database.ts'
import { ListenError } from './http/listen.ts'

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
