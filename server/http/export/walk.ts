import { setImmediate as nextTurn } from 'node:timers/promises'

/** One chunk of the whole filtered set: `cursor` is undefined at first, `next` null at the end. */
export type Chunk<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** Rows read at a time; between two reads other requests have their turn. */
export const exportChunk = 1000

/** Chunk by chunk. It stops where its reader does: a chunk that nobody waits for is not read. */
export async function* walk<Row>(
  find: (page: { limit: number; cursor: string | undefined }) => Promise<Chunk<Row>>,
): AsyncGenerator<readonly Row[], void, undefined> {
  let cursor: string | undefined
  for (;;) {
    const { rows, next } = await find({ limit: exportChunk, cursor })
    yield rows
    if (next === null) return
    cursor = next
    await nextTurn()
  }
}
