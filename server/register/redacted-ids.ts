import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from '#contract/zod.ts'

/*
 * What was taken out of the register or is not shown, by number and without a word of it. The
 * list lives outside the register and its backups, so that an older backup, which still holds
 * what was taken out, is brought in line before anyone can open it.
 */

/** `person`: their names and what identifies them. `value`: words of one field of one row, by how many they are and a digest that is costly to guess. `visibility`: what the public is shown of a person; the last one counts. */
const RedactedId = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('person'), id: z.number().int().positive(), at: z.string() }),
  z.strictObject({
    act: z.literal('value'),
    table: z.string().min(1),
    id: z.number().int().positive(),
    field: z.string().min(1),
    count: z.number().int().positive(),
    salt: z.string().min(1),
    digest: z.string().min(1),
    at: z.string(),
  }),
  z.strictObject({
    act: z.literal('visibility'),
    id: z.number().int().positive(),
    visibility: z.enum(['public', 'name_withheld', 'withheld']),
    at: z.string(),
  }),
])
/** `at` is ISO 8601 in UTC. */
export type RedactedId = z.infer<typeof RedactedId>

/** The list cannot be read: nothing may be opened that it could speak of. */
export class RedactedIdsError extends Error {
  override readonly name = 'RedactedIdsError'
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const readLine = (line: string, index: number, file: string): RedactedId => {
  try {
    return RedactedId.parse(JSON.parse(line))
  } catch {
    throw new RedactedIdsError(`Line ${index + 1} of ${file} cannot be read. Restore the list from its own copy before anything else.`)
  }
}

/**
 * The list, in the order of the acts; empty where there is no file yet. A last line that was
 * never finished was never acknowledged and is passed over. Throws RedactedIdsError for any
 * other line that cannot be read.
 */
export const readRedactedIds = async (file: string): Promise<RedactedId[]> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  const lines = text.split('\n').slice(0, -1)
  return lines.flatMap((line, index) => (line === '' ? [] : [readLine(line, index, file)]))
}

/** Adds to the list and returns once it is on the disk. An act that the list holds already is not added again. */
export const addRedactedIds = async (file: string, acts: readonly RedactedId[]): Promise<void> => {
  const sameAct = (act: RedactedId): string => JSON.stringify({ ...act, at: null })
  const known = await readRedactedIds(file)
  // Of visibility the order tells; the rest is so for good.
  const kept = new Set(known.filter(({ act }) => act !== 'visibility').map(sameAct))
  const added = acts.filter((act) => !kept.has(sameAct(act)))
  if (added.length === 0) return
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const last = size === 0 ? '\n' : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString()
    // A line that a crash cut short was never acknowledged: the next one takes its place.
    if (last !== '\n') await handle.truncate((await readFile(file)).lastIndexOf('\n') + 1)
    await handle.appendFile(added.map((act) => `${JSON.stringify(act)}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
