import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import kept from '#seed/article-quotes.json' with { type: 'json' }
import { type Seeded, withArticle } from './seeded.ts'

/** How each record is called here, by table. */
const labels: Readonly<Record<string, string>> = {
  release_event: `'event'`,
  release_count: `dimension || ' ' || cell`,
  release_person: `'release of ' || (SELECT text FROM detainee_name AS name WHERE name.detainee_id = release_person.detainee_id)`,
  detainee: `(SELECT text FROM detainee_name AS name WHERE name.detainee_id = detainee.id)`,
  detainee_name: `'name'`,
  sanctions_action: `'action'`,
  release_sanction: `'link'`,
  event_note: `kind || coalesce(' by ' || said_by, '')`,
}

const columnOf = (field: string): string =>
  field === 'releaseEvent' ? 'release_event_id' : field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Value = readonly [record: string, field: string, value: unknown]

const centre = 'Ukraine’s Prisoner of War Coordination Centre'
const says = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const places = { list: kept.list, ...kept.quotes }

/** What stands in the register in each fact's words, and in those above the list of names. */
const facts: Readonly<Record<keyof typeof places, readonly Value[]>> = {
  list: ['Ales Bialiatski', 'Maria Kolesnikova', 'Viktar Babaryka'].flatMap((name): Value[] => [
    [name, 'status', 'released'],
    [`release of ${name}`, 'releaseEvent', 1],
  ]),
  F01: [
    ['event', 'country', 'BY'],
    ['event', 'title', 'Belarus: 123 prisoners released'],
    ['total all', 'best', 123],
    ['total all', 'population', 'prisoners'],
  ],
  F02: [['negotiation', 'text', says(/talks between Belarus and the United States came before/)]],
  F03: [['link', 'relation', 'coincides_with']],
  F04: [['negotiation', 'text', says(/announced once .*envoy John Coale .*Lukashenko in Minsk for two days/)]],
  F05: [
    ['action', 'action', 'reported_relief'],
    ['action', 'authority', 'US'],
    ['action', 'commodity', 'potash'],
    ['negotiation', 'text', says(/relief for potash .*outcome of the same talks/)],
  ],
  F06: [['context', 'text', says(/The article calls it the largest .*does not say when/)]],
  F07: [
    ['Ales Bialiatski', 'description', says(/Nobel Peace Prize of 2022; .*long worked for human rights/)],
    ['Ales Bialiatski', 'occupation', 'Human rights activist'],
    ['Ales Bialiatski', 'status', 'released'],
    ['name', 'text', 'Ales Bialiatski'],
    ['release of Ales Bialiatski', 'releaseEvent', 1],
  ],
  F08: [
    ['Maria Kolesnikova', 'description', says(/mass protests of 2020 .*re-election/)],
    ['Maria Kolesnikova', 'status', 'released'],
    ['name', 'text', 'Maria Kolesnikova'],
    ['release of Maria Kolesnikova', 'releaseEvent', 1],
  ],
  F09: [
    ['Viktar Babaryka', 'description', says(/opposition .*detained in 2020 .*stand for president/)],
    ['Viktar Babaryka', 'occupation', 'Politician'],
    ['Viktar Babaryka', 'status', 'released'],
    ['name', 'text', 'Viktar Babaryka'],
    ['release of Viktar Babaryka', 'releaseEvent', 1],
  ],
  F10: [
    // "while nine were": the noun of the nine stands in this half of the sentence.
    ['destination LT', 'population', 'prisoners'],
    ['destination UA', 'best', 114],
    ['destination UA', 'population', 'prisoners'],
  ],
  F11: [[`context by ${centre}`, 'text', says(/accused of work for Ukrainian intelligence; how many, .*not said/)]],
  F12: [['destination LT', 'best', 9]],
  F13: [['nationality UA', 'best', 5]],
  F14: [
    ['release of Ales Bialiatski', 'destination', 'LT'],
    ['release of Ales Bialiatski', 'destinationState', 'en_route'],
  ],
  F16: [
    ['release of Maria Kolesnikova', 'departureMode', 'bus'],
    ['release of Maria Kolesnikova', 'destination', 'UA'],
    ['release of Maria Kolesnikova', 'destinationState', 'transported'],
  ],
  F17: [['conditions by Anais Marin', 'text', says(/Many .*cut off from lawyers and relatives/)]],
  F18: [['conditions', 'text', says(/many detainees nothing had been heard for years/)]],
  F19: [['reaction by The Norwegian Nobel Committee', 'text', says(/every political prisoner who is still held/)]],
  F20: [['reaction by Pavel Slunkin', 'text', says(/relations between the United States and Belarus much improved/)]],
  F21: [['reaction by Sviatlana Tsikhanouskaya', 'text', says(/Trump administration/)]],
  F22: [['outlook by Pavel Slunkin', 'text', says(/possible .*United States and perhaps by the European Union/)]],
  F23: [['outlook by Analysts, not named', 'text', says(/Relief from sanctions in return for releases/)]],
  F24: [['reaction by Maria Kolesnikova', 'text', says(/joy in a video .*Ukrainian social media/)]],
}

describe('the article in the register', () => {
  let seeded: Seeded
  beforeAll(async () => {
    seeded = await withArticle()
  })
  afterAll(() => seeded.close())

  const valuesHeldTo = async (quote: string, start: number, end: number): Promise<readonly Value[]> => {
    const evidence = await seeded.db
      .selectFrom('evidence')
      .selectAll()
      .where('quote', '=', quote)
      .where('quote_start', '=', start)
      .where('quote_end', '=', end)
      .execute()
    const values = evidence.map(async ({ record_table: table, record_id: id, field }): Promise<Value> => {
      const [row] = await seeded.rows(
        `SELECT ${labels[table]} AS label, ${columnOf(field)} AS value FROM ${table} WHERE id = ${id}`,
      )
      return [String(row?.label), field, row?.value]
    })
    return (await Promise.all(values)).toSorted((one, other) => `${one[0]} ${one[1]}`.localeCompare(`${other[0]} ${other[1]}`))
  }

  it('rests on 23 facts; the health of a person, told by a relative, is not one of them', () => {
    expect(Object.keys(kept.quotes)).toHaveLength(23)
    expect(kept.quotes).not.toHaveProperty('F15')
  })

  it.each(Object.entries(facts))('%s: what rests on these words is what they say', async (fact, expected) => {
    const place = places[fact as keyof typeof places]
    const byLabel = (one: Value, other: Value) => `${one[0]} ${one[1]}`.localeCompare(`${other[0]} ${other[1]}`)
    expect(await valuesHeldTo(place.quote, place.start, place.end)).toEqual(expected.toSorted(byLabel))
  })

  it('has no evidence but those words', async () => {
    const [count] = await seeded.rows('SELECT count(*) AS all_of_it FROM evidence')
    expect(count?.all_of_it).toBe(Object.values(facts).flat().length)
  })

  it('has the three people, the four claims, the one action and the one link', async () => {
    const tables = ['release_event', 'detainee', 'release_person', 'release_count', 'sanctions_action', 'release_sanction']
    const counted = await Promise.all(tables.map((table) => seeded.rows(`SELECT count(*) AS rows FROM ${table}`)))
    expect(counted.map(([row]) => row?.rows)).toEqual([1, 3, 3, 4, 1, 1])
  })

  it('says who gave a number where the article does', async () => {
    const claims = await seeded.rows('SELECT best, said_by, relation, qualifier, state FROM release_count ORDER BY best')
    expect(claims.map(({ best, said_by, relation }) => [best, said_by, relation])).toEqual([
      [5, 'Volodymyr Zelenskyy, President of Ukraine', 'overlap'],
      [9, centre, 'partition'],
      [114, centre, 'partition'],
      [123, null, 'partition'],
    ])
    expect(new Set(claims.map(({ qualifier, state }) => `${qualifier} ${state}`))).toEqual(new Set(['exact used']))
  })

  it('leaves open what the article leaves open', async () => {
    const [event] = await seeded.rows('SELECT date_basis, date_edtf, basis FROM release_event')
    expect(event).toEqual({ date_basis: 'not_stated', date_edtf: null, basis: 'not_stated' })
    const [source] = await seeded.rows('SELECT * FROM source')
    expect(source).toMatchObject({
      publisher: null,
      author: null,
      url: null,
      published_basis: 'not_stated',
      language: 'en',
      sha256: kept.sha256,
    })
    const [action] = await seeded.rows('SELECT * FROM sanctions_action')
    expect(action).toMatchObject({ instrument: null, agency: null, target: null, refers_to: null, status: 'not_stated' })
    expect(action).toMatchObject({ announced_edtf: null, issued_edtf: null, effective_edtf: null })
    expect(await seeded.rows('SELECT id FROM detention UNION ALL SELECT id FROM recognition')).toEqual([])
    expect(await seeded.rows(`SELECT id FROM detainee_name WHERE script <> 'Latn'`)).toEqual([])
  })

  it('sends Babaryka nowhere: the article does not say where he was taken', async () => {
    const [person] = await seeded.rows(
      `SELECT destination, destination_state, departure_mode FROM release_person
       JOIN detainee_name USING (detainee_id) WHERE text = 'Viktar Babaryka'`,
    )
    expect(person).toEqual({ destination: null, destination_state: 'not_stated', departure_mode: null })
  })
})
