import { assert, asyncProperty, constantFrom, option, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { type DateRange, type StatedDate, classifyDate } from '#contract/dates/stated-date.ts'
import { listDetainees } from '#contract/detainees.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { dateColumns, dateOf } from '#server/features/common/dates.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { emptyRegister } from '../../support/test-register.ts'
import { askRegister } from './support/ask.ts'

/*
 * The SQL of the date filters against the contract's own rule for one date, over invented
 * people with dates in every form.
 */

type Life = { readonly arrests: readonly StatedDate[]; readonly releases: readonly StatedDate[] }

const livesOf = async ({ db }: Opened<Register>): Promise<Map<number, Life>> => {
  const arrests = await db
    .selectFrom('detention')
    .select(['detainee_id', ...dateColumns('detention', 'arrest')])
    .execute()
  const releases = await db
    .selectFrom('release_person')
    .innerJoin('release_event', 'release_event.id', 'release_person.release_event_id')
    .select(['detainee_id', ...dateColumns('release_event', 'date')])
    .execute()
  const people = await db.selectFrom('detainee').where('merged_into', 'is', null).select('id').execute()
  return new Map(
    people.map(({ id }) => [
      id,
      {
        arrests: arrests.filter((row) => row.detainee_id === id).map((row) => dateOf(row, 'arrest')),
        releases: releases.filter((row) => row.detainee_id === id).map((row) => dateOf(row, 'date')),
      },
    ]),
  )
}

/** Several dates in a range: as the surest of those that have one. */
const classOf = (dates: readonly StatedDate[], range: DateRange) => {
  const classes = new Set(dates.map((date) => classifyDate(date, range)))
  if (classes.has('certain')) return 'certain'
  if (classes.has('possible')) return 'possible'
  return classes.has('outside') ? 'outside' : 'undated'
}

const hasEnd = ({ from, to }: DateRange): boolean => from !== undefined || to !== undefined

const expectedUnder = (lives: ReadonlyMap<number, Life>, released: DateRange, arrested: DateRange) => {
  const rows: [number, string][] = []
  let undated = 0
  for (const [id, life] of lives) {
    const classes = [
      ...(hasEnd(released) ? [classOf(life.releases, released)] : []),
      ...(hasEnd(arrested) ? [classOf(life.arrests, arrested)] : []),
    ]
    const [deciding] = classes
    if (deciding === undefined || classes.includes('outside')) continue
    if (classes.includes('undated')) undated += 1
    else rows.push([id, deciding])
  }
  return { rows, undated }
}

const day = constantFrom('1979-12-31', '1994-06-30', '2001-01-01', '2008-05-15', '2015-02-28', '2020-08-09', '2023-07-01')
const range = tuple(option(day, { nil: undefined }), option(day, { nil: undefined })).map(([a, b]): DateRange => {
  if (a !== undefined && b !== undefined && a > b) return { from: b, to: a }
  return { from: a, to: b }
})

test('for any ranges of arrest and release, the list and its counts follow the rule for one date', async () => {
  const register = await emptyRegister()
  for (const batch of fictionalBatches({ detainees: 180, seed: 5 })) await loadBatch(register.db, batch)
  const lives = await livesOf(register)
  const { ask } = await askRegister(register)
  await assert(
    asyncProperty(record({ released: range, arrested: range }), async ({ released, arrested }) => {
      if (!hasEnd(released) && !hasEnd(arrested)) return
      const query = new URLSearchParams({ sort: 'id', limit: '200' })
      const given = { releasedFrom: released.from, releasedTo: released.to, arrestedFrom: arrested.from, arrestedTo: arrested.to }
      for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value)
      const { data, page } = await ask(listDetainees.response, `/detainees?${query.toString()}`)
      const expected = expectedUnder(lives, released, arrested)
      expect(data.map((row) => [row.id, row.certainty])).toEqual(expected.rows)
      expect(page).toMatchObject({ total: expected.rows.length, undated: expected.undated })
      expect(page.certain).toBe(expected.rows.filter(([, certainty]) => certainty === 'certain').length)
    }),
    { numRuns: 120 },
  )
})
