import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Edition } from '#contract/editions.ts'
import { z } from '#contract/zod.ts'
import { putInPlace } from './put-in-place.ts'

/*
 * The list of editions beside their files: all that the public process knows of what is
 * newest. It is renamed into place, so a reader sees the old list or the new one.
 */

/** A list written by an earlier version says nothing of revisions and signatures: there were none. */
const Listed = Edition.extend({
  revisedAt: Edition.shape.revisedAt.default(null),
  earlier: Edition.shape.earlier.default([]),
  seal: Edition.shape.seal.default(null),
})
const EditionIndex = z.object({ editions: z.array(Listed) })

export const editionFile = (editionsDir: string, edition: { number: number; revision: number }): string =>
  join(editionsDir, `edition-${edition.number}.${edition.revision}.sqlite`)

const indexFile = (editionsDir: string): string => join(editionsDir, 'editions.json')

/** The latest revision of every edition, the newest first; empty where none is published. */
export const readEditionIndex = async (editionsDir: string): Promise<Edition[]> => {
  let text: string
  try {
    text = await readFile(indexFile(editionsDir), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return EditionIndex.parse(JSON.parse(text)).editions
}

export const writeEditionIndex = async (editionsDir: string, editions: readonly Edition[]): Promise<void> => {
  const beside = `${indexFile(editionsDir)}.new`
  const file = await open(beside, 'w', 0o644)
  try {
    await file.writeFile(`${JSON.stringify({ editions }, null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await putInPlace(beside, indexFile(editionsDir))
}
