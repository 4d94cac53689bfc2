import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentenceKindLabels, statusLabels } from '#contract/codes.ts'
import { classifyDate, StatedDate } from '#contract/dates/stated-date.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { type Seeded, withNothing } from './seeded.ts'

const digestOf = (detainees: number, seed: number): string => {
  const hash = createHash('sha256')
  for (const batch of fictionalBatches({ detainees, seed })) hash.update(JSON.stringify(batch))
  return hash.digest('hex')
}

const datesIn = (value: unknown): readonly StatedDate[] => {
  if (typeof value !== 'object' || value === null) return []
  const date = StatedDate.safeParse(value)
  return date.success ? [date.data] : Object.values(value).flatMap(datesIn)
}

describe('the generator of invented people', () => {
  it('makes the same people from the same seed', () => {
    expect(digestOf(300, 7)).toBe(digestOf(300, 7))
  })

  it('makes other people from another seed', () => {
    expect(digestOf(300, 8)).not.toBe(digestOf(300, 7))
  })

  it('makes as many people as it is asked for, in batches that stand alone', () => {
    const batches = [...fictionalBatches({ detainees: 4100, seed: 1 })]
    expect(batches.map(({ detainees }) => detainees.length)).toEqual([2000, 2000, 100])
    const keys = batches.flatMap(({ detainees }) => detainees.map(({ key }) => key))
    expect(new Set(keys).size).toBe(4100)
  })

  it.each([1, 2, 10])('can make only %i', async (detainees) => {
    const { db, close } = await withNothing()
    for (const batch of fictionalBatches({ detainees, seed: 3 })) await loadBatch(db, batch)
    expect(await db.selectFrom('detainee').select('id').execute()).toHaveLength(detainees)
    await close()
  })

  it('writes dates in every form that the register keeps', () => {
    const dates = [...fictionalBatches({ detainees: 1000, seed: 7 })].flatMap(datesIn)
    const texts = dates.flatMap(({ edtf }) => edtf ?? [])
    const forms = [
      /^\d{4}$/,
      /^\d{4}-\d\d$/,
      /^\d{4}-\d\d-\d\d$/,
      /^\d{3}X$/,
      /^\d{4}-XX-XX$/,
      /^\d{4}-\d\d-XX$/,
      /^\d{4}-\d\d-\d\d\?$/,
      /^\d{4}-\d\d~$/,
      /^\d{4}%$/,
      /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/,
      /^\d{4}-\d\d\/\d{4}-\d\d$/,
      /^\d{4}~\/\d{4}\?$/,
      /^\d{4}-\d\d\/\.\.$/,
      /^\.\.\/\d{4}$/,
    ]
    expect(forms.filter((form) => !texts.some((text) => form.test(text)))).toEqual([])
    expect(new Set(dates.map(({ basis }) => basis))).toEqual(new Set(['stated', 'inferred', 'not_stated', 'withheld']))
    expect(new Set(dates.map((date) => classifyDate(date, { from: '1990-01-01', to: '2009-12-31' })))).toEqual(
      new Set(['certain', 'possible', 'undated', 'outside']),
    )
  })
})

/** What a thousand invented people are promised to have among them, and a query that finds it. */
const oddities: Readonly<Record<string, string>> = {
  'names in Latin and in Cyrillic for one person': `SELECT detainee_id FROM detainee_name WHERE kind = 'primary' GROUP BY detainee_id HAVING count(DISTINCT script) = 2`,
  'a name in Cyrillic alone': `SELECT detainee_id FROM detainee_name GROUP BY detainee_id HAVING min(script) = 'Cyrl' AND max(script) = 'Cyrl'`,
  'events of five decades': `SELECT count(*) FROM release_event HAVING count(DISTINCT substr(date_earliest, 1, 3)) >= 5`,
  'four releasing countries': `SELECT count(*) FROM release_event HAVING count(DISTINCT country) = 4`,
  'an undated event': `SELECT id FROM release_event WHERE date_basis = 'not_stated'`,
  'an event whose date is withheld': `SELECT id FROM release_event WHERE date_basis = 'withheld'`,
  'two days given for one event': `SELECT record_id FROM evidence WHERE record_table = 'release_event' AND field = 'date' GROUP BY record_id HAVING count(DISTINCT asserts) > 1`,
  'conflicting totals': `SELECT release_event_id FROM release_count WHERE dimension = 'total' AND state <> 'rejected' GROUP BY release_event_id HAVING count(DISTINCT best) > 1`,
  'conflicting cells': `SELECT release_event_id FROM release_count WHERE dimension = 'destination' GROUP BY release_event_id, cell HAVING count(DISTINCT best) > 1`,
  'a rejected claim': `SELECT id FROM release_count WHERE state = 'rejected'`,
  'a total open upwards': `SELECT id FROM release_count WHERE qualifier = 'at_least' AND state = 'used'`,
  'a total open downwards': `SELECT id FROM release_count WHERE qualifier = 'at_most' AND state = 'used'`,
  'a total open both ways': `SELECT id FROM release_count WHERE qualifier = 'about' AND lowest IS NULL AND highest IS NULL`,
  'an approximate total with bounds': `SELECT id FROM release_count WHERE qualifier = 'about' AND lowest < best AND highest > best`,
  'a range': `SELECT id FROM release_count WHERE qualifier = 'range'`,
  'destinations that add up': sumsOf('= total.best'),
  'destinations below the total': sumsOf('< total.best'),
  'destinations above the total': sumsOf('> total.best'),
  'destinations without a total': `SELECT release_event_id FROM release_count GROUP BY release_event_id HAVING SUM(dimension = 'total') = 0 AND SUM(dimension = 'destination') > 0`,
  'an event nobody counted': `SELECT id FROM release_event WHERE id NOT IN (SELECT release_event_id FROM release_count) AND id IN (SELECT release_event_id FROM release_person)`,
  'a nationality that cuts across': `SELECT id FROM release_count WHERE dimension = 'nationality' AND relation = 'overlap'`,
  'a person released twice': `SELECT detainee_id FROM release_person GROUP BY detainee_id HAVING count(*) = 2`,
  'a person who refused to leave and was released again': `SELECT detainee_id FROM release_person GROUP BY detainee_id HAVING count(*) = 2 AND max(destination_state = 'refused_departure')`,
  'a person who stayed in the country': `SELECT person.id FROM release_person AS person JOIN release_event AS event ON event.id = release_event_id WHERE destination = country`,
  'a person whose name is withheld, in an event': `SELECT detainee.id FROM detainee JOIN release_person ON detainee_id = detainee.id WHERE visibility = 'name_withheld'`,
  'a withheld person, in an event': `SELECT detainee.id FROM detainee JOIN release_person ON detainee_id = detainee.id WHERE visibility = 'withheld'`,
  'a copy of a source, with a number of its own': `SELECT claim.id FROM release_count AS claim JOIN evidence ON record_table = 'release_count' AND record_id = claim.id JOIN source ON source.id = source_id WHERE copy_of IS NOT NULL`,
  'sanctions actions linked in every way': `SELECT count(*) FROM release_sanction HAVING count(DISTINCT relation) = 5`,
  'a sanctions action that nobody links': `SELECT id FROM sanctions_action WHERE id NOT IN (SELECT sanctions_action_id FROM release_sanction)`,
  'two records of one act': `SELECT id FROM sanctions_action WHERE refers_to IS NOT NULL`,
  'a person recognised by two bodies': `SELECT detainee_id FROM recognition GROUP BY detainee_id HAVING count(*) = 2`,
  'a person held with no charge on record': `SELECT id FROM detention WHERE id NOT IN (SELECT detention_id FROM charge)`,
  'sentences of every kind': `SELECT count(*) FROM sentence HAVING count(DISTINCT kind) = ${Object.keys(sentenceKindLabels).length}`,
  'people of every status': `SELECT count(*) FROM detainee HAVING count(DISTINCT status) = ${Object.keys(statusLabels).length}`,
}

function sumsOf(comparison: string): string {
  return `SELECT total.id FROM release_count AS total WHERE total.dimension = 'total' AND total.state = 'used' AND
    (SELECT SUM(best) FROM release_count AS cell WHERE cell.release_event_id = total.release_event_id
      AND cell.dimension = 'destination' AND cell.state = 'used') ${comparison}`
}

describe('a register of a thousand invented people', () => {
  let register: Seeded
  beforeAll(async () => {
    register = await withNothing()
    for (const batch of fictionalBatches({ detainees: 1000, seed: 7 })) await loadBatch(register.db, batch)
  })
  afterAll(() => register.close())

  it.each(Object.entries(oddities))('has %s', async (_, query) => {
    expect((await register.rows(query)).length).toBeGreaterThan(0)
  })

  it('has one used claim for each event, dimension and cell that was counted', async () => {
    const undecided = await register.rows(
      `SELECT release_event_id FROM release_count GROUP BY release_event_id, dimension, cell HAVING SUM(state = 'used') <> 1`,
    )
    expect(undecided).toEqual([])
  })

  it('writes the name of a person who is not public nowhere but on their own record', async () => {
    const hidden = await register.rows(
      `SELECT text, folded, name_key FROM detainee_name JOIN detainee ON detainee.id = detainee_id WHERE visibility <> 'public'`,
    )
    const shared = await register.rows(
      `SELECT name.text FROM detainee_name AS name JOIN detainee ON detainee.id = name.detainee_id
       JOIN detainee_name AS other ON other.name_key = name.name_key AND other.detainee_id <> name.detainee_id
       WHERE visibility <> 'public'`,
    )
    expect(hidden.length).toBeGreaterThan(20)
    expect(shared).toEqual([])
    const written = await register.rows(
      `SELECT text FROM event_note UNION SELECT title FROM release_event UNION SELECT summary FROM release_event
       UNION SELECT description FROM detainee UNION SELECT title FROM source UNION SELECT url FROM source UNION SELECT quote FROM evidence`,
    )
    const texts = written.map(({ text }) => String(text)).join('\n')
    expect(hidden.filter(({ text }) => texts.includes(String(text)))).toEqual([])
  })

  it('says of no real government that it held or released anyone', async () => {
    const countries = await register.rows('SELECT country FROM release_event UNION SELECT country FROM detention')
    expect(countries.map(({ country }) => country)).toEqual(['AQ', 'BV', 'HM', 'XV'])
  })
})
