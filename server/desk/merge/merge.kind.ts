import type { Kysely } from 'kysely'
import { MergeWrite } from '#contract/merge.ts'
import type { Register } from '../../db/register.ts'
import { carryOut } from '../../register/undo/carry-out.ts'
import { findChanges } from '../../register/undo/rows.ts'
import { type Kind, type Problems, readWith } from '../kinds/kind.ts'
import { changesOfRows, netRows } from '../rows/changes-of-rows.ts'
import { findMergeView } from './compare-for-merge.queries.ts'
import { moveDeskFacts } from './desk-facts.ts'
import { planMerge } from './plan-merge.ts'

const findProblems = async (db: Kysely<Register>, body: MergeWrite): Promise<Problems> => {
  const problems: Record<string, string> = {}
  for (const side of ['keep', 'drop'] as const) {
    const row = await db.selectFrom('detainee').where('id', '=', body[side]).select('merged_into').executeTakeFirst()
    if (!row) problems[side] = `There is no person D-${body[side]}. Choose another.`
    else if (row.merged_into !== null) problems[side] = `D-${body[side]} was joined with D-${row.merged_into} already. Choose D-${row.merged_into}.`
  }
  const view = Object.keys(problems).length > 0 ? null : await findMergeView(db, body.keep, body.drop)
  if (!view) return problems
  if (view.keep.version !== body.keepVersion) problems['keepVersion'] = `D-${body.keep} was changed since you compared the two. Compare them again.`
  if (view.drop.version !== body.dropVersion) problems['dropVersion'] = `D-${body.drop} was changed since you compared the two. Compare them again.`
  for (const { field, label, mustChoose } of view.fields) {
    if (mustChoose && body.fields[field] === undefined) problems[`fields.${field}`] = `${label}: the two say something else. Choose one.`
  }
  for (const { event, title, mustChoose } of view.releases) {
    if (mustChoose && !body.releases.some((release) => release.event === event)) {
      problems['releases'] = `${title} (R-${event}): the two were taken elsewhere. Choose one.`
    }
  }
  const names = await db.selectFrom('detainee_name').where('detainee_id', 'in', [body.keep, body.drop]).select(['id', 'script']).execute()
  const chosen = body.mainNames.map((id) => names.find((name) => name.id === id))
  if (chosen.includes(undefined)) problems['mainNames'] = 'This is no name of the two. Choose one of theirs.'
  else if (new Set(chosen.map((name) => name?.script)).size < chosen.length) problems['mainNames'] = 'One name of each script is the main one.'
  return problems
}

const findWarnings = async (db: Kysely<Register>, body: MergeWrite): Promise<string[]> => {
  const view = await findMergeView(db, body.keep, body.drop)
  if (!view) return []
  return [
    ...(view.nameOnly ? ['Nothing but the name speaks for these two being one person.'] : []),
    ...view.differs.map((words) => `The two differ. ${words}.`),
    ...view.saidDifferent.map(({ author, reason }) => `${author} said that these are two people: ${reason}`),
  ]
}

/** Two records of one person become one. */
export const mergeKind: Kind = {
  kind: 'merge',
  noun: 'merge',
  table: null,
  prefix: 'P',
  only: 'merge',
  titleOf: (sent) => {
    const read = MergeWrite.safeParse(sent)
    return read.success ? `D-${read.data.drop} is the same person as D-${read.data.keep}` : 'Two people are one'
  },
  read: readWith(MergeWrite, {
    findProblems,
    findChanges: async (db, body) => changesOfRows(db, (await planMerge(db, body)).rows),
    findWarnings,
    apply: async (db, changeset, body) => {
      await carryOut(db, changeset, await planMerge(db, body))
      await moveDeskFacts(db, changeset.id, body.drop, body.keep)
    },
  }),
  findPresent: async () => null,
  findRemoval: async () => [],
  findMadeChanges: async (db, changesetId) => changesOfRows(db, netRows(await findChanges(db, changesetId))),
}
