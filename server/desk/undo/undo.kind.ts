import type { Kysely } from 'kysely'
import { UndoWrite } from '#contract/undo.ts'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'
import type { RootRecord } from '../../register/changeset.ts'
import { carryOut } from '../../register/undo/carry-out.ts'
import { planRestore } from '../../register/undo/plan-restore.ts'
import { planUndo } from '../../register/undo/plan-undo.ts'
import type { Plan } from '../../register/undo/plan.ts'
import { findTouches } from '../../register/undo/record-rows.ts'
import { findChanges } from '../../register/undo/rows.ts'
import { type Kind, type Problems, readWith } from '../kinds/kind.ts'
import { moveDeskFactsBack } from '../merge/desk-facts.ts'
import { changesOfRows, netRows } from '../rows/changes-of-rows.ts'
import { neverUndone } from './may-undo.ts'
import { collisionWords } from './collision-words.ts'

type Db = Kysely<Register>

const tables = { R: 'release_event', D: 'detainee', S: 'sanctions_action', SRC: 'source' } as const

const recordOf = (ref: string): RootRecord => {
  const [prefix = '', number = ''] = ref.split('-')
  const table = Object.entries(tables).find(([letters]) => letters === prefix)?.[1] ?? 'source'
  return { table, id: Number(number) }
}

const planOf = (db: Db, body: UndoWrite): Promise<Plan> =>
  body.act === 'undo' ? planUndo(db, body.changeset) : planRestore(db, recordOf(body.record), body.asOf)

const findProblems = async (db: Db, body: UndoWrite): Promise<Problems> => {
  const [field, id] = body.act === 'undo' ? (['changeset', body.changeset] as const) : (['asOf', body.asOf] as const)
  const changeset = await db.selectFrom('changeset').where('id', '=', id).select('kind').executeTakeFirst()
  if (!changeset) return { [field]: `There is no change ${id}. Choose one from the history.` }
  const refusal = body.act === 'undo' ? neverUndone[changeset.kind] : undefined
  if (refusal !== undefined) return { [field]: refusal }
  if (body.act === 'restore' && !(await findTouches(db, recordOf(body.record))).includes(id)) {
    return { [field]: `Change ${id} did not touch ${body.record}. Choose one from its history.` }
  }
  const { collisions, rows } = await planOf(db, body)
  const words = await collisionWords(db, collisions)
  if (words.length > 0) return { [field]: `This cannot be taken back as it is. ${words.join(' ')}` }
  return rows.length === 0 ? { [field]: 'Everything is as it was before already.' } : {}
}

/** Beyond this many changes, taking them back takes longer than others should wait. */
const manyChanges = 2000

const isLarge = async (db: Db, sent: unknown): Promise<boolean> => {
  const read = UndoWrite.safeParse(sent)
  if (!read.success || read.data.act !== 'undo') return false
  const beyond = await db.selectFrom('change').where('changeset_id', '=', read.data.changeset).select('id').orderBy('id').offset(manyChanges).limit(1).executeTakeFirst()
  return beyond !== undefined
}

const uniqueMessage = /UNIQUE constraint failed: (.*)/

/** Taking back a changeset, or restoring an earlier version of a record. */
export const undoKind: Kind = {
  kind: 'undo',
  noun: 'undo',
  table: null,
  prefix: 'P',
  isLong: isLarge,
  only: 'correction',
  titleOf: (sent) => {
    const read = UndoWrite.safeParse(sent)
    if (!read.success) return 'Undo'
    return read.data.act === 'undo' ? `Undo change ${read.data.changeset}` : `Restore ${read.data.record} as of change ${read.data.asOf}`
  },
  read: readWith(UndoWrite, {
    findProblems,
    findChanges: async (db, body) => changesOfRows(db, (await planOf(db, body)).rows),
    findWarnings: async () => [],
    apply: async (db, changeset, body) => {
      const plan = await planOf(db, body)
      try {
        await carryOut(db, changeset, plan)
        if (body.act === 'undo') await moveDeskFactsBack(db, body.changeset)
      } catch (error) {
        const [, columns] = uniqueMessage.exec(error instanceof Error ? error.message : '') ?? []
        if (columns === undefined) throw error
        throw conflict(`Something entered since stands where this would come back (${columns}). Take that out first.`)
      }
    },
  }),
  findPresent: async () => null,
  findRemoval: async () => [],
  findMadeChanges: async (db, changesetId) => changesOfRows(db, netRows(await findChanges(db, changesetId))),
}
