import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { RootRecord } from '../changeset.ts'
import { type Reference, findReferences, findReferring, referencesFrom } from './references.ts'
import { rootOf } from './roots.ts'
import { type RecordTable, type Row, columnsThatDiffer, isRecordTable } from './rows.ts'
import { Shadow } from './shadow.ts'

/** What stands in the way of taking a change back. */
export type Collision = {
  readonly table: string
  readonly id: number
  /** `changed` since in these columns, `gone` since, `there` again, `used` by a row that is not part of it, `missing` what it refers to, `redacted`. */
  readonly what: 'changed' | 'gone' | 'there' | 'used' | 'missing' | 'redacted'
  readonly columns: readonly string[]
  /** For `used` and `missing`: the other row. */
  readonly other: { readonly table: string; readonly id: number } | null
}

/** One write that the plan makes. */
export type Step =
  | { readonly op: 'insert'; readonly table: RecordTable; readonly id: number; readonly row: Row }
  | { readonly op: 'update'; readonly table: RecordTable; readonly id: number; readonly columns: Row }
  | { readonly op: 'delete'; readonly table: RecordTable; readonly id: number }

export type ChangedRow = { readonly table: RecordTable; readonly id: number; readonly before: Row | null; readonly after: Row | null }

export type Plan = {
  readonly steps: readonly Step[]
  /** The rows that would differ, as they are and as they would be. */
  readonly rows: readonly ChangedRow[]
  /** The records they belong to, before and after. */
  readonly roots: readonly RootRecord[]
  readonly collisions: readonly Collision[]
}

/** Lets others in between the steps of a long piece of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const stepsBetween = 200

/** Gathers steps over a shadow of the register, and says what stands in their way. */
export class Planner {
  readonly shadow: Shadow
  readonly #db: Kysely<Register>
  readonly #steps: Step[] = []
  readonly #collisions: Collision[] = []
  readonly #roots = new Map<string, RootRecord>()

  constructor(db: Kysely<Register>) {
    this.#db = db
    this.shadow = new Shadow(db)
  }

  collide(table: string, id: number, what: Collision['what'], columns: readonly string[] = [], other: Collision['other'] = null): void {
    this.#collisions.push({ table, id, what, columns, other })
  }

  async #touch(table: RecordTable, id: number, row: Row | null): Promise<void> {
    const root = row === null ? null : await rootOf(this.shadow, table, id, row)
    if (root) this.#roots.set(`${root.table} ${root.id}`, root)
  }

  /** Adds a write. The row it is about is as the shadow has it. */
  async add(step: Step): Promise<void> {
    const { table, id } = step
    if (this.#steps.length % stepsBetween === stepsBetween - 1) await breathe()
    const before = await this.shadow.find(table, id)
    await this.#touch(table, id, before)
    const after = step.op === 'delete' ? null : step.op === 'insert' ? step.row : { ...before, ...step.columns }
    await this.shadow.put(table, id, after)
    await this.#touch(table, id, after)
    this.#steps.push(step)
  }

  /** Rows that would be left behind without what they refer to. */
  async #checkReferences(references: readonly Reference[], rows: readonly ChangedRow[]): Promise<void> {
    for (const { table, id, before, after } of rows) {
      if (before !== null && after === null) {
        for (const other of await findReferring(this.#db, references, table, id)) {
          const referring = isRecordTable(other.table) ? await this.shadow.find(other.table, other.id) : undefined
          const isStill =
            referring === undefined ||
            (referring !== null &&
              (other.table === 'evidence' && table !== 'source'
                ? referring['record_table'] === table && referring['record_id'] === id
                : references.some(({ from, column, to }) => from === other.table && to === table && referring[column] === id)))
          if (isStill) this.collide(table, id, 'used', [], other)
        }
      }
      if (after === null) continue
      for (const { column, to } of referencesFrom(references, table)) {
        const wanted = after[column]
        if (typeof wanted !== 'number' || before?.[column] === wanted) continue
        if ((await this.shadow.find(to, wanted)) === null) this.collide(table, id, 'missing', [column], { table: to, id: wanted })
      }
      const [on, number] = [after['record_table'], after['record_id']]
      if (table !== 'evidence' || typeof on !== 'string' || !isRecordTable(on) || typeof number !== 'number') continue
      if ((await this.shadow.find(on, number)) === null) this.collide(table, id, 'missing', ['record_id'], { table: on, id: number })
    }
  }

  async finish(): Promise<Plan> {
    const rows = this.shadow
      .changed()
      .filter(({ before, after }) => (before === null) !== (after === null) || (before && after && columnsThatDiffer(before, after).length > 0))
    await this.#checkReferences(await findReferences(this.#db), rows)
    return { steps: this.#steps, rows, roots: [...this.#roots.values()], collisions: this.#collisions }
  }
}
