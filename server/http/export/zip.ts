import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of an archive. `content` is asked for when its turn comes, after all files before it. */
export type ZipEntry = { readonly name: string; readonly content: () => AsyncIterable<string | Uint8Array> | Iterable<string> }

/**
 * The archive as it is made, one file after the other and no faster than it is read. Destroying
 * it stops the file under way; a file that fails ends the archive with that error.
 */
export const zipOf = (entries: readonly ZipEntry[], modified: Date): Readable => {
  const zip = new ZipFile()
  // yazl's types promise less than the stream it is: a PassThrough.
  const archive = zip.outputStream as Readable
  let current: Readable | undefined
  for (const { name, content } of entries) {
    zip.addReadStreamLazy(name, { mtime: modified }, (give) => {
      current = Readable.from(content(), { objectMode: false })
      current.on('error', (error) => archive.destroy(error))
      give(null, current)
    })
  }
  archive.on('close', () => current?.destroy())
  zip.on('error', (error: Error) => archive.destroy(error))
  zip.end()
  return archive
}
