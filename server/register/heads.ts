import { open, readFile } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { z } from '#contract/zod.ts'
import { isMissing } from '../own-file.ts'
import { chainStart, sha256 } from './hash.ts'
import { isSigned, type SigningKey } from './signing-key.ts'

/*
 * The anchor file: one line of JSON for each head of the history that was signed, each holding
 * the SHA-256 of the line before it. A register that was rolled back, or chained anew, lacks a
 * head that stands here.
 */

/** `restored`: from here on, heads after `change` are those of a register that a backup replaced. */
const Head = z.strictObject({
  kind: z.enum(['head', 'restored']),
  change: z.number().int().nonnegative(),
  chain: z.string().length(64),
  at: z.string(),
  previous: z.string().length(64),
  publicKey: z.string(),
  signature: z.string(),
})
export type Head = z.infer<typeof Head>

/** What is signed: the line's own fields, each on a line of its own. */
const textOf = ({ kind, change, chain, at, previous }: Omit<Head, 'publicKey' | 'signature'>): string =>
  ['Habeas head of history', kind, change, chain, at, previous].join('\n')

export type HeadLine = { readonly head: Head | null; readonly hash: string }

const parseLine = (line: string): HeadLine => {
  const hash = sha256(line)
  try {
    return { head: Head.parse(JSON.parse(line)), hash }
  } catch {
    return { head: null, hash }
  }
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

/** Every line of the anchor file; `head` is null where a line is none. A last line cut short by a crash is passed over. */
export const readHeads = async (file: string): Promise<HeadLine[]> =>
  (await readText(file)).split('\n').slice(0, -1).map(parseLine)

/** The last change of a register and the chain up to it; change 0 where nothing was entered yet. */
export const headOf = (raw: Database.Database): { change: number; chain: string } =>
  raw
    .prepare<[], { change: number; chain: string }>('SELECT id AS change, chain FROM change WHERE chain IS NOT NULL ORDER BY id DESC LIMIT 1')
    .get() ?? { change: 0, chain: chainStart }

/** Whether the line's own signature holds. */
export const isSignedHead = (head: Head): boolean => isSigned(textOf(head), head.signature, head.publicKey)

/** Signs the head and adds it to the file, on the disk before it returns. A head that stands last already is not added again. */
export const signHead = async (
  file: string,
  key: SigningKey,
  { change, chain }: { readonly change: number; readonly chain: string },
  kind: Head['kind'] = 'head',
): Promise<void> => {
  const text = await readText(file)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const last = whole === '' ? null : parseLine(whole.slice(0, -1).split('\n').at(-1) ?? '')
  if (kind === 'head' && last?.head?.chain === chain) return
  const unsigned = { kind, change, chain, at: new Date().toISOString(), previous: last?.hash ?? chainStart }
  const head: Head = { ...unsigned, publicKey: key.publicKey, signature: key.sign(textOf(unsigned)) }
  const handle = await open(file, 'a', 0o600)
  try {
    if (whole.length < text.length) await handle.truncate(Buffer.byteLength(whole))
    await handle.appendFile(`${JSON.stringify(head)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
