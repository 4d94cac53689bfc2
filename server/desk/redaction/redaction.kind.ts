import type { Kysely } from 'kysely'
import { RedactionWrite } from '#contract/redaction.ts'
import type { Register } from '../../db/register.ts'
import { type Kind, type Problems, readWith } from '../kinds/kind.ts'

const findProblems = async (db: Kysely<Register>, { person }: RedactionWrite): Promise<Problems> => {
  const row = await db.selectFrom('detainee').where('id', '=', person).select('merged_into').executeTakeFirst()
  if (!row) return { person: `There is no person D-${person}. Choose another.` }
  if (row.merged_into !== null) return { person: `D-${person} was joined with D-${row.merged_into}. Choose D-${row.merged_into}: both leave together.` }
  const before = await db.selectFrom('redaction').where('detainee_id', '=', person).select('state').executeTakeFirst()
  if (before) return { person: `D-${person} has left the register already.` }
  return {}
}

/** A person leaves the register. Approving begins it; what is kept is emptied by a process of its own. */
export const redactionKind: Kind = {
  kind: 'redaction',
  noun: 'redaction',
  table: null,
  prefix: 'P',
  only: 'redaction',
  decidedBy: 'publisher',
  titleOf: (sent) => {
    const read = RedactionWrite.safeParse(sent)
    return read.success ? `D-${read.data.person} leaves the register` : 'A person leaves the register'
  },
  read: readWith(RedactionWrite, {
    findProblems,
    findChanges: async (db, { person }) => {
      const names = await db.selectFrom('detainee_name').where('detainee_id', '=', person).select('id').execute()
      return [
        { label: `D-${person}: names`, before: `${names.length} on record`, after: null, evidence: [] },
        { label: `D-${person}: what identifies them, and every text that names them`, before: 'on record', after: null, evidence: [] },
      ]
    },
    findWarnings: async () => [
      'This cannot be undone: what is taken out is kept nowhere. Copies that others have already taken cannot be recalled.',
    ],
    apply: async (db, changeset, { person }) => {
      await db.updateTable('detainee').set({ visibility: 'name_withheld' }).where('id', '=', person).where('visibility', '=', 'public').execute()
      await db.insertInto('redaction').values({ changeset_id: changeset.id, detainee_id: person, begun_at: new Date().toISOString() }).execute()
      await changeset.touch({ table: 'detainee', id: person })
    },
  }),
  findPresent: async () => null,
  findRemoval: async () => [],
  findMadeChanges: async (db, changesetId) => {
    const redaction = await db.selectFrom('redaction').where('changeset_id', '=', changesetId).select('detainee_id').executeTakeFirst()
    return redaction ? [{ label: `D-${redaction.detainee_id}`, before: 'on record', after: null, evidence: [] }] : []
  },
}
