import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { PublicationPreview } from '#contract/publishing.ts'
import type { RecordTables, Records } from '../db/records.ts'
import type { Register } from '../db/register.ts'
import { openEdition } from './open-edition.ts'
import { editionFile, readEditionIndex } from './edition-index.ts'

/** Beyond this share of change a headline number needs a publisher's word. */
const largestQuietChange = 0.05

type Headline = { readonly label: string; readonly value: number }

/** The numbers of the overview without a filter, for people who are not withheld. */
const findHeadline = async (db: Kysely<Records>): Promise<Headline[]> => {
  const numbers = await db
    .selectFrom('release_number')
    .where('source_id', '=', 0)
    .where('dimension', '=', 'total')
    .select([sql<number>`coalesce(SUM(best), 0)`.as('releases')])
    .executeTakeFirstOrThrow()
  const count = async (table: 'release_event' | 'sanctions_action') => {
    const row = await db.selectFrom(table).select(sql<number>`COUNT(*)`.as('rows')).executeTakeFirstOrThrow()
    return row.rows
  }
  const people = await db
    .selectFrom('detainee')
    .where('visibility', '<>', 'withheld')
    .where('merged_into', 'is', null)
    .select(sql<number>`COUNT(*)`.as('rows'))
    .executeTakeFirstOrThrow()
  return [
    { label: 'Releases as reported', value: numbers.releases },
    { label: 'Release events', value: await count('release_event') },
    { label: 'People', value: people.rows },
    { label: 'Sanctions actions', value: await count('sanctions_action') },
  ]
}

const idsOf = async (db: Kysely<Records>, table: keyof RecordTables): Promise<number[]> => {
  const rows = await db.selectFrom(table).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

const words = { release_event: 'release event', detainee: 'person', sanctions_action: 'sanctions action' } as const

/** Records of the last edition that are gone from the register although no retraction says so. */
const findVanished = async (db: Kysely<Register>, last: Kysely<Records>, since: number): Promise<string[]> => {
  const warnings: string[] = []
  for (const table of ['release_event', 'detainee', 'sanctions_action'] as const) {
    const present = new Set(await idsOf(db, table))
    const gone = (await idsOf(last, table)).filter((id) => !present.has(id))
    if (gone.length === 0) continue
    const withdrawn = await db
      .selectFrom('change')
      .innerJoin('changeset', 'changeset.id', 'change.changeset_id')
      .where('change.table_name', '=', table)
      .where('change.op', '=', 'delete')
      .where('changeset.id', '>', since)
      .where('changeset.kind', 'in', ['retraction', 'merge', 'redaction'])
      .select('change.record_id')
      .execute()
    const expected = new Set(withdrawn.map((row) => row.record_id))
    const unexplained = gone.filter((id) => !expected.has(id))
    if (unexplained.length > 0) {
      warnings.push(
        `${unexplained.length} ${words[table]}${unexplained.length === 1 ? '' : 's'} of the last edition would vanish without a withdrawal.`,
      )
    }
  }
  return warnings
}

const moved = (before: Headline, after: Headline): string[] => {
  const change = Math.abs(after.value - before.value)
  return change > before.value * largestQuietChange
    ? [`${after.label}: ${before.value} would become ${after.value}, a change of more than 5 %.`]
    : []
}

const findLast = (db: Kysely<Register>): Promise<{ number: number; changeset_id: number } | undefined> =>
  db.selectFrom('edition').select(['number', 'changeset_id']).orderBy('number', 'desc').orderBy('revision', 'desc').executeTakeFirst()

/** The number that the next edition gets. */
export const findNextNumber = async (db: Kysely<Register>): Promise<number> => ((await findLast(db))?.number ?? 0) + 1

/** What publishing now would change for the public, against the latest edition. */
export const previewPublication = async (db: Kysely<Register>, editionsDir: string): Promise<PublicationPreview> => {
  const last = await findLast(db)
  const changesets = await db
    .selectFrom('changeset')
    .where('id', '>', last?.changeset_id ?? 0)
    .select(['id', 'kind', 'author', 'reason', 'made_at as madeAt'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const after = await findHeadline(db)
  const published = (await readEditionIndex(editionsDir))[0]
  const file = published && editionFile(editionsDir, published)
  const base = { nextNumber: (last?.number ?? 0) + 1, changesets, refusals: [] }
  if (!file || !existsSync(file)) {
    return { ...base, headline: after.map(({ label, value }) => ({ label, before: null, after: value })), warnings: [] }
  }
  const edition = openEdition(file)
  try {
    const before = await findHeadline(edition.db)
    return {
      ...base,
      headline: after.map(({ label, value }, index) => ({ label, before: before[index]?.value ?? null, after: value })),
      warnings: [
        ...after.flatMap((headline, index) => {
          const old = before[index]
          return old ? moved(old, headline) : []
        }),
        ...(await findVanished(db, edition.db, last?.changeset_id ?? 0)),
      ],
    }
  } finally {
    await edition.close()
  }
}
