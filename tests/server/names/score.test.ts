import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATCH_THRESHOLD, SEARCH_THRESHOLD, scoreNames } from '#server/names/score.ts'

const name = 'Мікалай Паўлавіч Дубраўскі'

describe('comparing two names', () => {
  it.each([
    ['Дубраўскі Мікалай Паўлавіч', 'same_letters'],
    ['Николай Павлович Дубровский', 'same_key'],
    ['Mikałaj Dubraŭski', 'same_key'],
    ['Nikolay Dubrovsky', 'same_key'],
    ['DUBROVSKY, Nikolai', 'same_key'],
    ['Микола Дубровський', 'same_key'],
    ['Николай Дубрвоский', 'similar'],
    ['Николай Дубромский', 'similar'],
    ['Nikolai Dubrowsky', 'same_key'],
  ] as const)('%s is called a match, being %s', (query, why) => {
    const found = scoreNames(query, name)
    expect(found.why).toBe(why)
    expect(found.score).toBeGreaterThanOrEqual(MATCH_THRESHOLD)
  })

  it.each(['Дубровский', 'Н. Дубровский', 'N. P. Dubrovsky', 'М. П. Дубраўскі', 'Dubrov', 'Nikolai'])(
    '%s is a hit but not yet a match',
    (query) => {
      const { score } = scoreNames(query, name)
      expect(score).toBeGreaterThanOrEqual(SEARCH_THRESHOLD)
      expect(score).toBeLessThan(MATCH_THRESHOLD)
    },
  )

  it.each([
    ['another surname', 'Николай Павлович Сосновский'],
    ['another father', 'Николай Семёнович Дубровский'],
    ['another given name', 'Игорь Павлович Дубровский'],
    ['given name and surname that change places', 'Павел Николаевич Дубровский'],
  ])('%s is not a match', (_, query) => {
    expect(scoreNames(query, name).score).toBeLessThan(MATCH_THRESHOLD)
  })

  it('Ivan Petrov is not Petr Ivanov, nor Yulia Bondar Ilya Bondar', () => {
    expect(scoreNames('Ivan Petrov', 'Petr Ivanov').score).toBeLessThan(MATCH_THRESHOLD)
    expect(scoreNames('Yulia Bondar', 'Ilya Bondar').score).toBeLessThan(MATCH_THRESHOLD)
  })

  it('two women of one surname with given names that sound alike are not a match', () => {
    expect(scoreNames('Alena Verasen', 'Iryna Verasen').score).toBeLessThan(MATCH_THRESHOLD)
  })

  it('reads a name with either of the spellings it gives', () => {
    for (const query of ['Ales Chyrykau', 'Ales Shyrykau'])
      expect(scoreNames(query, 'Aliaksandr (Ales) CHIRIKOV / SHIRIKOV').score).toBeGreaterThanOrEqual(MATCH_THRESHOLD)
  })

  it('puts the exact name before the same letters, and both before another spelling and a part', () => {
    const query = 'Ales Kalinovy'
    const scores = ['Ales Kalinovy', 'Kalinovy, Ales', 'Алесь Калиновый', 'Alena Kalinovy'].map((text) => scoreNames(query, text).score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('says that a patronymic is missing and that only an initial fits', () => {
    expect(scoreNames('Николай Дубровский', name).patronymicMissing).toBe(true)
    expect(scoreNames('Н. Дубровский', name).byInitial).toBe(true)
  })

  it('gives a figure from 0 to 1 for any two texts, and 1 to a text itself', () => {
    const text = string({ unit: 'binary' })
    assert(
      property(text, text, (a, b) => {
        const { score } = scoreNames(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
    assert(
      property(text, (a) => {
        expect(scoreNames(`Мох ${a}`, `Мох ${a}`).score).toBe(1)
      }),
    )
  })
})
