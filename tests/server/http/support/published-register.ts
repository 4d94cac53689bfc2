import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { RefusedEditionError } from '#server/editions/find-verdict.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { startPublic } from '#server/public.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { registerFile } from '#server/register/open.ts'
import { emptyPages, shelve } from '#tests/support/edition-door.ts'
import { registerAndEdition } from '#tests/support/read-api.ts'

/** A register of invented people in a folder of its own, with editions made of it one after another, for a public door. */
export const publishedRegister = async (people: { readonly detainees: number; readonly seed: number }) => {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-published-'))
  const { register, edition } = await registerAndEdition(folder, people)
  await edition.close()
  const clientDir = await emptyPages(join(folder, 'client'))

  const write = (kind: 'redaction' | 'correction', reason: string, work: Parameters<typeof writeChangeset>[2]): Promise<unknown> =>
    register.db.transaction().execute((db) => writeChangeset(db, { kind, author: 'A reviewer', reason }, work))

  return {
    folder,
    clientDir,
    register,
    /** Texts that name someone withheld are left out, as a publisher would choose. */
    publish: async (number: number, revision: number): Promise<void> => {
      const about = { number, revision, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }
      const file = join(folder, `made-${number}-${revision}.sqlite`)
      const make = (blank: readonly string[]) => makeEdition(registerFile(folder), file, { ...about, blank })
      const { sha256, bytes, chain, fictional, counts } = await make([]).catch((error: unknown) => {
        if (error instanceof RefusedEditionError) return make(error.refusals.map(({ key }) => key))
        throw error
      })
      await shelve(join(folder, 'editions'), file, { ...about, sha256, bytes, chain, fictional, counts })
    },
    withhold: (...ids: readonly number[]) =>
      write('redaction', 'At risk', (open) => open.updateTable('detainee').set({ visibility: 'withheld' }).where('id', 'in', ids).execute()),
    /** The first release events are found to be of another country. */
    correct: () =>
      write('correction', 'Another country', (open) =>
        open.updateTable('release_event').set({ country: 'BV', title: 'Corrected' }).where('id', '<', 8).execute(),
      ),
    /** The whole public door over it; `address` is that of its API. */
    openDoor: async (settings: Readonly<Record<string, string>> = {}) => {
      const config = readConfig({ HABEAS_DATA_DIR: folder, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0', ...settings })
      const { address, close } = await startPublic({ ...config, clientDir })
      return { address: `${address}/api`, close }
    },
    remove: async (): Promise<void> => {
      await register.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type PublishedRegister = Awaited<ReturnType<typeof publishedRegister>>
