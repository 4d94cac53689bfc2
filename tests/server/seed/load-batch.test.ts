import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articleBatch } from '#seed/article.ts'
import { publicReportsBatch } from '#seed/public-reports.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { chainOf, chainStart, digestOf } from '#server/register/hash.ts'
import { type Seeded, withNothing } from './seeded.ts'

describe('entering a batch', () => {
  let register: Seeded
  beforeEach(async () => {
    register = await withNothing()
  })
  afterEach(() => register.close())

  const count = async (table: string): Promise<unknown> =>
    (await register.rows(`SELECT count(*) AS found FROM ${table}`))[0]?.found

  it('writes the seed as two changesets by two named authors', async () => {
    expect(await seedRegister(register.db)).toBe(true)
    expect(await register.rows('SELECT kind, author FROM changeset ORDER BY id')).toEqual([
      { kind: 'seed', author: 'Habeas seed: the article' },
      { kind: 'seed', author: 'Habeas seed: public reports' },
    ])
  })

  it('leaves a register that has a history as it is', async () => {
    await seedRegister(register.db)
    const before = await count('change')
    expect(await seedRegister(register.db)).toBe(false)
    expect(await count('change')).toBe(before)
  })

  it('seals every change into the chain, the article’s first', async () => {
    await seedRegister(register.db)
    const changes = await register.db
      .selectFrom('change')
      .innerJoin('change_value', 'change_value.change_id', 'change.id')
      .selectAll()
      .orderBy('change.id')
      .execute()
    let head = chainStart
    for (const change of changes) {
      const digest = digestOf(change.salt, change.value)
      head = chainOf(head, { ...change, digest })
      expect(change).toMatchObject({ digest, chain: head })
    }
    expect(changes.length).toBe(await count('change'))
    expect(changes[0]).toMatchObject({ table_name: 'changeset', changeset_id: 1 })
  })

  it('gives the article’s event and action the version of the changeset that dated and linked them', async () => {
    await seedRegister(register.db)
    const versions = await register.rows(
      `SELECT record_table, changeset_id FROM record_version
       WHERE record_id = 1 AND record_table IN ('release_event', 'sanctions_action', 'detainee') ORDER BY record_table`,
    )
    expect(versions).toEqual([
      { record_table: 'detainee', changeset_id: 1 },
      { record_table: 'release_event', changeset_id: 2 },
      { record_table: 'sanctions_action', changeset_id: 2 },
    ])
  })

  it('stores each name with what a search looks for', async () => {
    await loadBatch(register.db, articleBatch)
    const [name] = await register.rows(`SELECT folded, name_key FROM detainee_name WHERE text = 'Ales Bialiatski'`)
    expect(name?.folded).toBe('ales bialiatski')
    expect(name?.name_key).toMatch(/^\S+ \S+$/)
  })

  it('writes nothing of a batch that refers to what is not there', async () => {
    await expect(loadBatch(register.db, publicReportsBatch)).rejects.toThrow(
      'None of the releaseEvents is called article-release-of-123.',
    )
    expect(await count('change')).toBe(0)
    expect(await count('source')).toBe(0)
  })

  it('writes nothing of a batch that the register refuses a row of', async () => {
    const [event, ...others] = articleBatch.releaseEvents
    if (event === undefined) throw new Error('The article has an event.')
    const impossible = { ...articleBatch, releaseEvents: [{ ...event, country: 'Belarus' }, ...others] }
    await expect(loadBatch(register.db, impossible)).rejects.toThrow('CHECK constraint failed')
    expect(await count('changeset')).toBe(0)
    expect(await count('detainee')).toBe(0)
  })

  it('never gives a deleted record’s id to another', async () => {
    const first = await loadBatch(register.db, { ...articleBatch, releaseEvents: [], releaseSanctions: [] })
    const last = Math.max(...first.detainees.values())
    await register.rows(`INSERT INTO open_changeset (id, changeset_id) VALUES (1, 1)`)
    await register.rows('DELETE FROM detainee_name')
    await register.rows('DELETE FROM detainee')
    await register.rows('DELETE FROM open_changeset')
    const second = await loadBatch(register.db, { ...articleBatch, releaseEvents: [], releaseSanctions: [] })
    expect(Math.min(...second.detainees.values())).toBe(last + 1)
  })
})
