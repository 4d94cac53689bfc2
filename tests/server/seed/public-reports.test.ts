import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerOf, type Seeded, withSeed } from './seeded.ts'

/** Every value a reader sees, and the field its evidence is under. */
const shown: readonly (readonly [table: string, column: string, field: string])[] = [
  ['release_event', 'title', 'title'],
  ['release_event', 'date_edtf', 'date'],
  ['release_event', 'country', 'country'],
  ['release_event', 'basis', 'basis'],
  ['release_count', 'best', 'best'],
  ['release_count', 'population', 'population'],
  ['release_person', 'release_event_id', 'releaseEvent'],
  ['release_person', 'destination', 'destination'],
  ['release_person', 'destination_state', 'destinationState'],
  ['release_person', 'departure_mode', 'departureMode'],
  ['detainee', 'description', 'description'],
  ['detainee', 'occupation', 'occupation'],
  ['detainee', 'status', 'status'],
  ['detainee', 'status_as_of_edtf', 'statusAsOf'],
  ['detainee_name', 'text', 'text'],
  ['sanctions_action', 'authority', 'authority'],
  ['sanctions_action', 'agency', 'agency'],
  ['sanctions_action', 'action', 'action'],
  ['sanctions_action', 'target', 'target'],
  ['sanctions_action', 'commodity', 'commodity'],
  ['sanctions_action', 'instrument', 'instrument'],
  ['sanctions_action', 'announced_edtf', 'announced'],
  ['sanctions_action', 'issued_edtf', 'issued'],
  ['sanctions_action', 'refers_to', 'refersTo'],
  ['release_sanction', 'relation', 'relation'],
  ['event_note', 'text', 'text'],
]

describe('the article and the public reports together', () => {
  let seeded: Seeded
  beforeAll(async () => {
    seeded = await withSeed()
  })
  afterAll(() => seeded.close())

  const count = async (query: string): Promise<unknown> => (await seeded.rows(`SELECT count(*) AS found FROM ${query}`))[0]?.found

  const eventOn = async (day: string): Promise<number> => {
    const event = await seeded.db.selectFrom('release_event').select('id').where('date_edtf', '=', day).executeTakeFirstOrThrow()
    return event.id
  }

  const sumOf = async (dimension: 'total' | 'destination', cell: string) => {
    const [sum] = await seeded.rows(
      `SELECT SUM(lowest) AS lowest, SUM(best) AS best, SUM(highest) AS highest FROM release_number
       WHERE source_id = 0 AND dimension = '${dimension}' AND cell = '${cell}'`,
    )
    return sum
  }

  it('are 23 events, 12 sanctions actions and 36 sources', async () => {
    expect(await count('release_event')).toBe(23)
    expect(await count('sanctions_action')).toBe(12)
    expect(await count('source')).toBe(36)
  })

  it('report 864 released, 863 to 864', async () => {
    expect(await sumOf('total', 'all')).toEqual({ lowest: 863, best: 864, highest: 864 })
  })

  it('report 92 taken to Lithuania, 92 to 93; 145 to Ukraine; 235 who stayed in Belarus', async () => {
    expect(await sumOf('destination', 'LT')).toEqual({ lowest: 92, best: 92, highest: 93 })
    expect(await sumOf('destination', 'UA')).toEqual({ lowest: 145, best: 145, highest: 145 })
    expect(await sumOf('destination', 'BY')).toEqual({ lowest: 235, best: 235, highest: 235 })
  })

  it('name 17 people in 18 releases: one of them was released twice', async () => {
    const [named] = await seeded.rows(
      'SELECT count(*) AS releases, count(DISTINCT detainee_id) AS people FROM release_named WHERE source_id = 0',
    )
    expect(named).toEqual({ releases: 18, people: 17 })
    const twice = await seeded.rows(
      `SELECT text, group_concat(destination_state, ', ') AS states, status, status_as_of_edtf
       FROM release_person JOIN detainee_name USING (detainee_id) JOIN detainee ON detainee.id = detainee_id
       GROUP BY detainee_id HAVING count(*) > 1`,
    )
    expect(twice).toEqual([
      {
        text: 'Mikola Statkevich',
        states: 'refused_departure, remained',
        status: 'released',
        status_as_of_edtf: '2026-02-19',
      },
    ])
  })

  it('use exactly one claim of each event, dimension and cell', async () => {
    const undecided = await seeded.rows(
      `SELECT release_event_id, dimension, cell FROM release_count
       GROUP BY release_event_id, dimension, cell HAVING SUM(state = 'used') <> 1`,
    )
    expect(undecided).toEqual([])
  })

  it('keep both claims where two reports disagree', async () => {
    const claims = await seeded.rows(
      `SELECT cell, best, state FROM release_count WHERE release_event_id = ${await eventOn('2025-09-11')} ORDER BY id`,
    )
    expect(claims.map(({ cell, best, state }) => `${cell} ${best} ${state}`)).toEqual([
      'all 52 used',
      'all 51 other',
      'LT 52 other',
      'LT 51 used',
    ])
  })

  it('keep both days where two reports give different ones', async () => {
    const days = await seeded.rows(
      `SELECT asserts FROM evidence WHERE record_table = 'release_event' AND field = 'date'
       AND record_id = ${await eventOn('2024-11-20')} ORDER BY asserts`,
    )
    expect(days.map(({ asserts }) => asserts)).toEqual(['2024-11-20', '2024-11-21'])
  })

  it('make one event of the release of 123: the reports date it, the numbers used are the article’s', async () => {
    const id = await eventOn('2025-12-13')
    const [event] = await seeded.rows(`SELECT title, basis FROM release_event WHERE id = ${id}`)
    expect(event).toEqual({ title: 'Belarus: 123 prisoners released', basis: 'negotiated_release' })
    const dated = await seeded.rows(
      `SELECT publisher, asserts FROM evidence JOIN source ON source.id = source_id
       WHERE record_table = 'release_event' AND record_id = ${id} AND field IN ('date', 'basis') ORDER BY field`,
    )
    expect(dated).toEqual([
      { publisher: 'The Kyiv Independent', asserts: 'negotiated_release' },
      { publisher: 'The Kyiv Independent', asserts: '2025-12-13' },
    ])
    const used = await seeded.rows(
      `SELECT dimension || ' ' || cell AS cell, best, (source.sha256 IS NOT NULL) AS by_article FROM release_count AS claim
       JOIN evidence ON record_table = 'release_count' AND record_id = claim.id AND field = 'best'
       JOIN source ON source.id = source_id
       WHERE release_event_id = ${id} AND state = 'used' ORDER BY claim.id`,
    )
    expect(used.map(({ cell, best, by_article }) => [cell, best, by_article])).toEqual([
      ['total all', 123, 1],
      ['destination UA', 114, 1],
      ['destination LT', 9, 1],
      ['nationality UA', 5, 1],
      ['nationality BY', 109, 0],
    ])
  })

  it('give the ledger of the 123 by the article alone: 3 named, 120 not', async () => {
    const ledger = await ledgerOf(seeded, await eventOn('2025-12-13'), 1)
    expect(ledger).toMatchObject({ named: 3, unnamed: { lowest: 120, highest: 120 }, namedDestinationNotStated: 1 })
    expect(ledger.byDestination).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'UA', named: 1, unnamed: { lowest: 112, highest: 113 } }),
        expect.objectContaining({ code: 'LT', named: 1, unnamed: { lowest: 7, highest: 8 } }),
      ]),
    )
  })

  it('give the ledger of the 123 by all of them: 6 named, 117 not', async () => {
    const ledger = await ledgerOf(seeded, await eventOn('2025-12-13'), 0)
    expect(ledger).toMatchObject({ named: 6, unnamed: { lowest: 117, highest: 117 }, namedDestinationNotStated: 4 })
    expect(ledger.byDestination).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'UA', named: 1, unnamed: { lowest: 109, highest: 113 } }),
        expect.objectContaining({ code: 'LT', named: 1, unnamed: { lowest: 4, highest: 8 } }),
      ]),
    )
  })

  it('invent no destination: whoever has one has a source that says it', async () => {
    const placed = await seeded.rows(
      `SELECT person.id FROM release_person AS person WHERE destination IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM evidence WHERE record_table = 'release_person' AND record_id = person.id
           AND field = 'destination' AND asserts = person.destination)`,
    )
    expect(placed).toEqual([])
    const nowhere = await seeded.rows(
      `SELECT text FROM release_person JOIN detainee_name USING (detainee_id) WHERE destination IS NULL ORDER BY text`,
    )
    expect(nowhere.map(({ text }) => text)).toEqual([
      'Andrzej Yukhniewicz',
      'Henryk Okolotowicz',
      'Maksim Znak',
      'Maryna Zolatava',
      'Mikola Statkevich',
      'Uladzimir Labkovich',
      'Viktar Babaryka',
    ])
  })

  it('count the potash relief of December 2025 as one act in three records', async () => {
    const same = await seeded.rows(
      `SELECT action.action FROM sanctions_action AS action JOIN sanctions_action AS main ON main.id IN (action.id, action.refers_to)
       WHERE main.action = 'announced_only' AND main.commodity = 'potash' ORDER BY action.id`,
    )
    expect(same.map(({ action }) => action)).toEqual(['reported_relief', 'announced_only', 'general_licence_issued'])
  })

  it('quote no report: their evidence says what is asserted and keeps no words', async () => {
    const quoted = await count('evidence JOIN source ON source.id = source_id WHERE quote IS NOT NULL AND sha256 IS NULL')
    expect(quoted).toBe(0)
  })

  it.each(shown)('%s.%s has its source wherever it has a value', async (table, column, field) => {
    const unsupported = await seeded.rows(
      `SELECT id, ${column} FROM ${table} WHERE ${column} IS NOT NULL AND ${column} NOT IN ('not_stated', 'unknown')
       AND NOT EXISTS (SELECT 1 FROM evidence WHERE record_table = '${table}' AND record_id = ${table}.id AND field = '${field}')`,
    )
    expect(unsupported).toEqual([])
  })
})
