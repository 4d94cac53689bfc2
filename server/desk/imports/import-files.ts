import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HttpError } from '../../http/errors.ts'

/** Where the file of an import is kept until its rows are submitted or it is discarded. */
export const importFile = (dataDir: string, id: number): string => join(dataDir, 'imports', `${id}.sent`)

export type Received = {
  readonly bytes: number
  readonly sha256: string
  /** Puts the file in its place once the import has a number. */
  readonly keepAs: (id: number) => Promise<void>
  readonly forget: () => Promise<void>
}

const tooLarge = (most: number) =>
  new HttpError(413, 'too_large', `This file is larger than this installation takes (${Math.floor(most / 1024 / 1024)} MB). Send it in parts, or ask the administrator.`)

/** Takes a file in as it comes, no more than `most` bytes; what was written goes when it is not whole. Throws 413. */
export const receiveFile = async (dataDir: string, request: IncomingMessage, most: number): Promise<Received> => {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most)
  await mkdir(join(dataDir, 'imports'), { recursive: true, mode: 0o700 })
  const beside = join(dataDir, 'imports', `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length
      if (bytes > most) {
        done(tooLarge(most))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const forget = (): Promise<void> => rm(beside, { force: true })
  try {
    await pipeline(request, counting, createWriteStream(beside, { mode: 0o600 }))
  } catch (error) {
    await forget()
    throw error
  }
  return { bytes, sha256: hash.digest('hex'), keepAs: (id) => rename(beside, importFile(dataDir, id)), forget }
}

export const removeImportFile = (dataDir: string, id: number): Promise<void> => rm(importFile(dataDir, id), { force: true })
