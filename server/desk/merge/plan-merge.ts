import type { Kysely } from 'kysely'
import { type MergeSide, type MergeWrite, mergeFields } from '#contract/merge.ts'
import type { Register } from '../../db/register.ts'
import { type Plan, Planner } from '../../register/undo/plan.ts'
import type { RecordTable, Row } from '../../register/undo/rows.ts'
import { fieldColumns, findEvidenceOn, findSide, releaseColumns, releaseValues, sideOfField, sideOfRelease } from './sides.ts'

const idOf = (row: Row): number => Number(row['id'])
const only = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
const unstated = new Set<unknown>([null, 'not_stated', 'unknown'])

/** Of a value that gives way: what the evidence for it asserts, by the evidence's field. */
type GivenUp = Readonly<Record<string, string | null>>

const sameEvidence = (a: Row, b: Row): boolean =>
  ['source_id', 'field', 'quote', 'asserts', 'said_by'].every((column) => a[column] === b[column])

/** Plans the merge of two people step by step over a shadow of the register. */
class MergePlanner {
  readonly planner: Planner
  readonly #db: Kysely<Register>

  constructor(db: Kysely<Register>) {
    this.#db = db
    this.planner = new Planner(db)
  }

  update(table: RecordTable, id: number, columns: Row): Promise<void> {
    return this.planner.add({ op: 'update', table, id, columns })
  }

  /** Evidence for what is given up says from now on what it asserts; it stays where it is. */
  async #sayAsserted(evidence: Row, givenUp: GivenUp): Promise<Row> {
    const asserted = givenUp[String(evidence['field'])]
    if (asserted === undefined || asserted === null || evidence['asserts'] !== null) return evidence
    await this.update('evidence', idOf(evidence), { asserts: asserted })
    return { ...evidence, asserts: asserted }
  }

  /** Moves the evidence of one row to another. What is there already in the same words is not kept twice. */
  async moveEvidence(table: RecordTable, from: number, to: number, givenUp: GivenUp, keptGivesUp: GivenUp): Promise<void> {
    const there: Row[] = []
    for (const evidence of await findEvidenceOn(this.#db, table, to)) there.push(await this.#sayAsserted(evidence, keptGivesUp))
    for (const evidence of await findEvidenceOn(this.#db, table, from)) {
      const moved = await this.#sayAsserted(evidence, givenUp)
      if (there.some((other) => sameEvidence(other, moved))) await this.planner.add({ op: 'delete', table: 'evidence', id: idOf(evidence) })
      else await this.update('evidence', idOf(evidence), { record_id: to })
    }
  }

  /** Moves rows to another parent; one that is there already, word for word, takes the other's evidence and parts. */
  async moveRows(table: RecordTable, column: string, to: number, moved: readonly Row[], there: readonly Row[], same: readonly string[]): Promise<void> {
    for (const row of moved) {
      const twin = there.find((other) => same.every((name) => other[name] === row[name]))
      if (!twin) {
        await this.update(table, idOf(row), { [column]: to })
        continue
      }
      await this.moveEvidence(table, idOf(row), idOf(twin), {}, {})
      if (table === 'detention') await this.#moveDetentionParts(idOf(row), idOf(twin))
      await this.planner.add({ op: 'delete', table, id: idOf(row) })
    }
  }

  async #moveDetentionParts(from: number, to: number): Promise<void> {
    for (const table of ['charge', 'sentence'] as const) {
      const find = async (id: number): Promise<Row[]> =>
        (await this.#db.selectFrom(table as 'charge').where('detention_id', '=', id).selectAll().orderBy('id').execute()) as unknown as Row[]
      const [moved, there] = [await find(from), await find(to)]
      const same = Object.keys(moved[0] ?? {}).filter((name) => name !== 'id' && name !== 'detention_id')
      await this.moveRows(table, 'detention_id', to, moved, there, same)
    }
  }
}

const givenUpOf = (row: Row, value: Readonly<Record<string, string>>): GivenUp =>
  Object.fromEntries(
    Object.entries(value).map(([field, column]) => [field, unstated.has(row[column] ?? null) ? null : String(row[column])]),
  )

const strictness = ['public', 'name_withheld', 'withheld']
const stricter = (a: unknown, b: unknown): string => strictness[Math.max(strictness.indexOf(String(a)), strictness.indexOf(String(b)))] ?? 'withheld'

/**
 * What merging would write. The one dropped keeps their number, what they were said to be and
 * nothing else; whoever was merged into them leads to the one kept. Both are shown to the public
 * no more than either was.
 */
export const planMerge = async (db: Kysely<Register>, body: MergeWrite): Promise<Plan> => {
  const { keep: keepId, drop: dropId } = body
  const plan = new MergePlanner(db)
  const [keep, drop] = [await findSide(db, keepId), await findSide(db, dropId)]
  if (!keep.row || !drop.row) return plan.planner.finish()

  const columns: Record<string, string | number | null> = {}
  const givenUp: { keep: GivenUp; drop: GivenUp } = { keep: {}, drop: {} }
  for (const field of mergeFields) {
    const side: MergeSide = sideOfField(keep.row, drop.row, field) ?? body.fields[field] ?? 'keep'
    const other = side === 'keep' ? 'drop' : 'keep'
    const loser = other === 'keep' ? keep.row : drop.row
    const differs = fieldColumns[field].columns.some((name) => keep.row?.[name] !== drop.row?.[name])
    if (side === 'drop') Object.assign(columns, only(drop.row, fieldColumns[field].columns))
    if (differs) givenUp[other] = { ...givenUp[other], ...givenUpOf(loser, fieldColumns[field].value) }
  }
  await plan.moveEvidence('detainee', dropId, keepId, givenUp.drop, givenUp.keep)
  const visibility = stricter(keep.row['visibility'], drop.row['visibility'])
  const changed = Object.entries({ ...columns, visibility }).filter(([name, value]) => keep.row?.[name] !== value)
  if (changed.length > 0) await plan.update('detainee', keepId, Object.fromEntries(changed))

  // Names: the main one of a script gives way before another takes its place.
  const main = new Set(body.mainNames)
  const taken = drop.names.filter((name) => main.has(idOf(name)))
  for (const name of keep.names) {
    const givesWay = name['kind'] === 'primary' && taken.some((other) => other['script'] === name['script'])
    if (givesWay) await plan.update('detainee_name', idOf(name), { kind: 'also_known_as' })
  }
  const primaryScripts = new Set(keep.names.filter(({ kind }) => kind === 'primary').map(({ script }) => script))
  for (const name of drop.names) {
    const twin = keep.names.find(({ text }) => text === name['text'])
    if (twin) {
      await plan.moveEvidence('detainee_name', idOf(name), idOf(twin), {}, {})
      await plan.planner.add({ op: 'delete', table: 'detainee_name', id: idOf(name) })
      if (main.has(idOf(name)) && twin['kind'] !== 'primary') await plan.update('detainee_name', idOf(twin), { kind: 'primary' })
      continue
    }
    const kind = main.has(idOf(name)) ? 'primary' : name['kind'] === 'primary' && primaryScripts.has(name['script'] ?? null) ? 'also_known_as' : name['kind']
    await plan.update('detainee_name', idOf(name), { detainee_id: keepId, kind: kind ?? 'also_known_as' })
  }
  await plan.moveRows('detainee_citizenship', 'detainee_id', keepId, drop.citizenships, keep.citizenships, ['country'])
  const all = (rows: readonly Row[]) => Object.keys(rows[0] ?? {}).filter((name) => name !== 'id' && name !== 'detainee_id')
  await plan.moveRows('detention', 'detainee_id', keepId, drop.detentions, keep.detentions, all(drop.detentions))
  await plan.moveRows('recognition', 'detainee_id', keepId, drop.recognitions, keep.recognitions, all(drop.recognitions))

  for (const release of drop.releases) {
    const twin = keep.releases.find((other) => other['release_event_id'] === release['release_event_id'])
    if (!twin) {
      await plan.update('release_person', idOf(release), { detainee_id: keepId })
      continue
    }
    const chosen = body.releases.find(({ event }) => event === release['release_event_id'])?.take
    const side = sideOfRelease(twin, release) ?? chosen ?? 'keep'
    const loses = givenUpOf(side === 'keep' ? release : twin, releaseValues)
    await plan.moveEvidence('release_person', idOf(release), idOf(twin), side === 'keep' ? loses : {}, side === 'drop' ? loses : {})
    await plan.planner.add({ op: 'delete', table: 'release_person', id: idOf(release) })
    if (side === 'drop') await plan.update('release_person', idOf(twin), only(release, releaseColumns))
  }

  const earlier = await db.selectFrom('detainee').where('merged_into', '=', dropId).select('id').execute()
  for (const { id } of earlier) await plan.update('detainee', id, { merged_into: keepId })
  await plan.update('detainee', dropId, { merged_into: keepId, visibility })
  return plan.planner.finish()
}
