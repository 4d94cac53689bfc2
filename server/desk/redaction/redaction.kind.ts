import type { Kysely } from 'kysely'
import { RedactionWrite, type WordsWrite } from '#contract/redaction.ts'
import type { ProposedChange } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { takerOfWords } from '../../editions/taken-words.ts'
import { findSought, takerOf } from '../../register/redaction/sought.ts'
import { type Kind, type Problems, readWith } from '../kinds/kind.ts'
import { findChosen, findWordsProblems } from './words-problems.ts'

type PersonWrite = Exclude<RedactionWrite, WordsWrite>

const isOfWords = (body: RedactionWrite): body is WordsWrite => 'words' in body

const findPersonProblems = async (db: Kysely<Register>, { person }: PersonWrite): Promise<Problems> => {
  const row = await db.selectFrom('detainee').where('id', '=', person).select('merged_into').executeTakeFirst()
  if (!row) return { person: `There is no person D-${person}. Choose another.` }
  if (row.merged_into !== null) return { person: `D-${person} was joined with D-${row.merged_into}. Choose D-${row.merged_into}: both leave together.` }
  const before = await db.selectFrom('redaction').where('detainee_id', '=', person).select('state').executeTakeFirst()
  if (before) return { person: `D-${person} has left the register already.` }
  return {}
}

const fieldOf = ({ record, field }: { readonly record: string; readonly field: string }): string => `${record}: ${field.replaceAll('_', ' ')}`

const findPersonChanges = async (db: Kysely<Register>, { person }: PersonWrite): Promise<ProposedChange[]> => {
  const names = await db.selectFrom('detainee_name').where('detainee_id', '=', person).select('id').execute()
  return [
    { label: `D-${person}: names`, before: `${names.length} on record`, after: null, evidence: [] },
    { label: `D-${person}: what identifies them, and every text that names them`, before: 'on record', after: null, evidence: [] },
  ]
}

const findWordsChanges = async (db: Kysely<Register>, body: WordsWrite): Promise<ProposedChange[]> => {
  const text = await findChosen(db, body)
  if (text === null) return []
  const after = body.table === 'detainee_name' ? null : takerOfWords(body.words).without(text)
  return [
    { label: fieldOf(body), before: text, after, evidence: [] },
    { label: 'Every other text with these words, in the register, its history, at the desk and in every edition', before: body.words, after: null, evidence: [] },
  ]
}

/** A person, or words, leave the register. Approving begins it; what is kept is emptied by a process of its own. */
export const redactionKind: Kind = {
  kind: 'redaction',
  noun: 'redaction',
  table: null,
  prefix: 'P',
  only: 'redaction',
  decidedBy: 'publisher',
  isForGood: true,
  titleOf: (sent) => {
    const read = RedactionWrite.safeParse(sent)
    if (!read.success) return 'A person, or words, leave the register'
    return isOfWords(read.data) ? `Words leave ${fieldOf(read.data)}` : `D-${read.data.person} leaves the register`
  },
  read: readWith(RedactionWrite, {
    findProblems: (db, body) => (isOfWords(body) ? findWordsProblems(db, body) : findPersonProblems(db, body)),
    findChanges: (db, body) => (isOfWords(body) ? findWordsChanges(db, body) : findPersonChanges(db, body)),
    findWarnings: async () => [
      'This cannot be undone: what is taken out is kept nowhere. Copies that others have already taken cannot be recalled.',
    ],
    apply: async (db, changeset, body) => {
      const begun = { changeset_id: changeset.id, begun_at: new Date().toISOString() }
      if (isOfWords(body)) {
        const { record, table, id, field } = body
        await db.insertInto('redaction').values({ ...begun, record, record_table: table, record_id: id, field }).execute()
        return
      }
      const { person } = body
      await db.updateTable('detainee').set({ visibility: 'name_withheld' }).where('id', '=', person).where('visibility', '=', 'public').execute()
      await db.insertInto('redaction').values({ ...begun, detainee_id: person }).execute()
      await changeset.touch({ table: 'detainee', id: person })
    },
  }),
  findUnsayable: async (db, sent) => {
    const body = RedactionWrite.parse(sent)
    const { carries } = isOfWords(body) ? takerOfWords(body.words) : takerOf(await findSought(db, body.person))
    const what = isOfWords(body) ? 'the words that shall leave' : 'a name of the person who shall leave'
    return (text) => (carries(text) ? `This holds ${what}: it would be one more copy, read by everybody at the desk until this is approved. Say it without.` : null)
  },
  findPresent: async () => null,
  findRemoval: async () => [],
  findMadeChanges: async (db, changesetId) => {
    const redaction = await db.selectFrom('redaction').where('changeset_id', '=', changesetId).select(['detainee_id', 'record', 'field']).executeTakeFirst()
    if (!redaction) return []
    const { detainee_id: person, record, field } = redaction
    return [{ label: record === null || field === null ? `D-${person}` : fieldOf({ record, field }), before: 'on record', after: null, evidence: [] }]
  },
}
