import type { Kysely } from 'kysely'
import { importKindLabels } from '#contract/import-fields.ts'
import type { ProposedChange } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { type Kind, readWith } from '../kinds/kind.ts'
import { textAt } from '../kinds/text-at.ts'
import { ImportBody } from './import-body.ts'
import { findSourceProblem } from './import-source.ts'
import { settingsOf } from './stored-import.ts'

const line = (label: string, after: string | number): ProposedChange => ({ label, before: null, after: String(after), evidence: [] })

const namesOf = { insert: 'added', update: 'changed', delete: 'removed' } as const

/** What it did, table by table; the rows themselves are on the import's page. */
const findMade = async (db: Kysely<Register>, changesetId: number): Promise<ProposedChange[]> => {
  const rows = await db
    .selectFrom('change')
    .where('changeset_id', '=', changesetId)
    .where('table_name', '<>', 'changeset')
    .select(['table_name', 'op', (eb) => eb.fn.countAll<number>().as('number')])
    .groupBy(['table_name', 'op'])
    .orderBy('table_name')
    .execute()
  return rows.map(({ table_name, op, number }) => line(`${table_name.replaceAll('_', ' ')}: rows ${namesOf[op as keyof typeof namesOf] ?? op}`, number))
}

/** The source of the register that everything in the file is said to come from; none where a new one is entered. */
const findSourceOnRecord = async (db: Kysely<Register>, { importId }: ImportBody): Promise<ProposedChange[]> => {
  const stored = await db.selectFrom('import_job').where('id', '=', importId).select('settings').executeTakeFirst()
  const id = (stored && settingsOf(stored)?.source?.id) ?? null
  if (id === null) return []
  const source = await db.selectFrom('source').where('id', '=', id).select(['publisher', 'title']).executeTakeFirst()
  return [line('Source, on record already', [`SRC-${id}`, source?.publisher ?? [], source?.title ?? []].flat().join(': '))]
}

/** An import: many rows, one proposal, one changeset. */
export const importKind: Kind = {
  kind: 'import',
  noun: 'import',
  table: null,
  prefix: 'I',
  isLong: () => Promise.resolve(true),
  only: 'import',
  titleOf: (sent) => `Import of ${textAt(sent, 'fileName') ?? 'a file'}`,
  read: readWith(ImportBody, {
    findProblems: async (db, { importId }) => {
      const stored = await db.selectFrom('import_job').where('id', '=', importId).select(['state', 'settings']).executeTakeFirst()
      if (stored?.state !== 'submitted' && stored?.state !== 'applied') return { importId: 'This import is not waiting for review any more.' }
      const source = await findSourceProblem(db, settingsOf(stored))
      return source === null ? {} : { importId: source }
    },
    findChanges: async (db, body) => [
      line('File', body.fileName),
      ...(await findSourceOnRecord(db, body)),
      line('Rows are about', importKindLabels[body.importKind]),
      line('Rows that go in', body.rows),
      line('Rows left out', body.leftOut),
    ],
    findWarnings: async (db, { importId }) => {
      const { count } = await db
        .selectFrom('import_row')
        .where('import_id', '=', importId)
        .where('state', '=', 'warning')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count === 0 ? [] : [`${count} rows have something to look at twice: see the rows of the import.`]
    },
    // Loaded when it is needed: reading a proposal takes none of the importer.
    apply: async (db, changeset, body) => (await import('./apply-import.ts')).applyImport(db, changeset, body),
  }),
  findPresent: () => Promise.resolve(null),
  findRemoval: () => Promise.resolve([]),
  findMadeChanges: findMade,
}
