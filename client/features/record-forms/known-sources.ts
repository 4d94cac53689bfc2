import type { KnownSources } from '#client/components/entry/source-draft.ts'
import { call } from '#client/lib/call.ts'
import { getSource } from '#contract/sources.ts'
import { type RecordBody, sourcesIn } from './draft-from-body.ts'

/** Questions asked of the server at once. */
const atOnce = 6

/** Names the sources of the register that a body rests on; one that cannot be had is shown by its number. */
export const findKnownSources = async (body: RecordBody): Promise<KnownSources> => {
  const known = new Map<number, { title: string | null; publisher: string | null; url: string | null }>()
  const open = sourcesIn(body).flatMap(({ id }) => id ?? [])
  const next = async (): Promise<void> => {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const found = await call(getSource, { params: { id: String(id) } }).catch(() => null)
      if (found !== null) known.set(id, found)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return known
}
