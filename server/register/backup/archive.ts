import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { openPromise } from 'yauzl'
import { z } from '#contract/zod.ts'
import { zipOf } from '../../http/export/zip.ts'

/*
 * A backup is a ZIP archive with a manifest, and where keys are given that archive encrypted
 * with age (https://age-encryption.org/v1): any program that knows the two opens it.
 */

export const manifestName = 'manifest.json'

/** Where in a data folder a file of a backup belongs; anything else is in no backup of ours. */
const fileName = /^(?:register\.sqlite|heads\.jsonl|editions\/editions\.json|editions\/edition-\d+\.\d+\.sqlite)$/

export const Manifest = z.strictObject({
  format: z.literal(1),
  /** Version of Habeas that made it. */
  version: z.string(),
  /** When the copy of the register was complete; ISO 8601 in UTC. */
  at: z.string(),
  /** The last change it holds. */
  head: z.strictObject({ change: z.number().int(), chain: z.string() }),
  files: z.array(z.strictObject({ name: z.string().regex(fileName), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** A backup that cannot be used. Its message is a sentence for the person who has it. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** Writes the archive; `place` says where each file lies. With recipients it is encrypted to all of them. On the disk before it returns. */
export const writeArchive = async (
  file: string,
  manifest: Manifest,
  place: (name: string) => string,
  recipients: readonly string[],
): Promise<void> => {
  const zip = zipOf(
    [
      { name: manifestName, content: () => [JSON.stringify(manifest, null, 1)] },
      ...manifest.files.map(({ name }) => ({ name, content: () => createReadStream(place(name)) })),
    ],
    new Date(manifest.at),
  )
  const out = createWriteStream(file, { mode: 0o600, flush: true })
  if (recipients.length === 0) {
    await pipeline(zip, out)
    return
  }
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const encrypted = await encrypter.encrypt(Readable.toWeb(zip) as ReadableStream<Uint8Array>)
  await pipeline(Readable.fromWeb(encrypted as Parameters<typeof Readable.fromWeb>[0]), out)
}

const isAge = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(18), 0, 18, 0)
    return buffer.toString() === 'age-encryption.org'
  } finally {
    await handle.close()
  }
}

/** Writes the plain archive of a backup to `zip`. Throws BackupError when it is encrypted and none of the identities opens it. */
export const decryptArchive = async (file: string, zip: string, identities: readonly string[]): Promise<void> => {
  const out = (): Writable => createWriteStream(zip, { mode: 0o600 })
  if (!(await isAge(file))) {
    await pipeline(createReadStream(file), out())
    return
  }
  if (identities.length === 0) throw new BackupError('This backup is encrypted. Name the file with its secret key: --key FILE.')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>)
    await pipeline(Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]), out())
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason'
    throw new BackupError(`This backup cannot be decrypted (${reason}). Is this the key it was made for, and the file whole?`)
  }
}

const readWhole = async (stream: Readable): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

/**
 * Reads every file of a plain archive and holds it to the manifest, giving each to `keep` when
 * there is one. Returns the manifest. Throws BackupError for an archive that is not whole.
 */
export const readArchive = async (zip: string, keep?: (name: string) => Promise<Writable>): Promise<Manifest> => {
  const damaged = (what: string): BackupError => new BackupError(`This backup is not whole: ${what}. Take another one.`)
  const archive = await openPromise(zip, { lazyEntries: true, autoClose: false }).catch(() => {
    throw damaged('it is no ZIP archive, or its end is missing')
  })
  try {
    let manifest: Manifest | null = null
    const seen = new Set<string>()
    for await (const entry of archive.eachEntry()) {
      const stream = await archive.openReadStreamPromise(entry)
      if (manifest === null) {
        if (entry.fileName !== manifestName) throw damaged('it does not begin with its manifest')
        manifest = Manifest.parse(JSON.parse(await readWhole(stream)))
        continue
      }
      const listed = manifest.files.find(({ name }) => name === entry.fileName)
      if (listed === undefined || seen.has(listed.name)) throw damaged(`${entry.fileName} is not in its manifest`)
      seen.add(listed.name)
      const hash = createHash('sha256')
      stream.on('data', (piece: Buffer) => hash.update(piece))
      if (keep) await pipeline(stream, await keep(listed.name))
      else for await (const _ of stream) continue
      if (hash.digest('hex') !== listed.sha256) throw damaged(`${listed.name} is not as it was written`)
    }
    const missing = manifest?.files.find(({ name }) => !seen.has(name))
    if (manifest === null || missing) throw damaged(`${missing?.name ?? 'its manifest'} is missing`)
    return manifest
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw damaged(error instanceof Error ? error.message : 'it cannot be read')
  } finally {
    archive.close()
  }
}
