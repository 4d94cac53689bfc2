import { readFileSync } from 'node:fs'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexKey, nameKey, prefixKeys } from '#server/names/key.ts'
import { parsePairs } from '#tests/bench/names-pairs.ts'

const keysOf = (spellings: readonly string[]): readonly string[] => [...new Set(spellings.map(nameKey))]

describe('the name key', () => {
  it('is made of small letters and digits for any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(nameKey(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
      }),
    )
  })

  it.each([
    ['four languages and Łacinka', ['Мікалай Дубраўскі', 'Николай Дубровский', 'Микола Дубровський', 'Mikalai Dubrauski', 'Mikałaj Dubraŭski', 'Nikolay Dubrovsky', 'Nikolai Dubrovskiy', 'Nikolaj Dubrowski']],
    ['г, h and g', ['Гарохаў', 'Горохов', 'Harokhau', 'Gorokhov', 'Harochaŭ']],
    ['ц, ts, c and the soft t and d of Belarusian', ['Ціхан Мядзведзеў', 'Тихон Медведев', 'Tsikhan Miadzvedzeu', 'Tikhon Medvedev', 'Cichan Miadźviedzieŭ']],
    ['ў, u, v and w', ['Кляноў', 'Кленов', 'Klianou', 'Klenov', 'Klenow', 'Klanoŭ']],
    ['щ and шч', ['Шчаўлёў', 'Щавлев', 'Shchauliou', 'Shchavlyov', 'Ščaŭloŭ']],
    ['the в that Belarusian puts before у', ['Навумчык', 'Наумчик', 'Navumchyk', 'Naumchik']],
    ['apostrophe and soft sign', ["Салаўёва", 'Соловьёва', 'Соловьева', 'Salauyova', 'Solovyova', "Solov'eva"]],
    ['doubled letters', ['Ягадзінская', 'Ягодинская', 'Yahadzinskaya', 'Yagodinskaia', 'Iagodinskaja']],
    ['given names with more than one form', ['Алесь', 'Аляксандр', 'Александр', 'Олександр', 'Ales', 'Alexander', 'Aliaksandr', 'Oleksandr']],
    ['Volodymyr', ['Уладзімір', 'Владимир', 'Володимир', 'Uladzimir', 'Vladimir', 'Volodymyr', 'Uładzimir', 'Wladimir']],
    ['names with a prosthetic consonant', ['Вольга', 'Ольга', 'Volha', 'Olga', 'Olha']],
  ])('is one for %s', (_, spellings) => {
    expect(keysOf(spellings)).toHaveLength(1)
  })

  it.each([
    ['Ілля', 'Юлія'],
    ['Евгений', 'Евгения'],
    ['Валерий', 'Валерия'],
    ['Александр', 'Александра'],
    ['Женя', 'Жанна'],
    ['Роман', 'Романов'],
    ['Дубов', 'Зубов'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })

  it('gives fathers’ names of one given name one key, whatever its form', () => {
    const spellings = ['Іван Мікалаевіч Мох', 'Иван Николаевич Мох', 'Ivan Mykolaiovych Mokh', 'Ivan Nikolayevich Mokh']
    expect(keysOf(spellings)).toHaveLength(1)
  })
})

describe('the key of a whole name', () => {
  it('sets order, patronymic and spellings in brackets or after a slash aside', () => {
    const spellings = ['Ales Kalinovy', 'Калиновый Александр Иванович', 'Alexander (Alexandr) Kalinovy', 'KALINOVY / KALINAVY, Ales']
    expect(new Set(spellings.map(indexKey)).size).toBe(1)
  })

  it('keeps a surname that ends like a patronymic', () => {
    expect(indexKey('Ганна Якаўлеўна Міхновіч')).toBe(indexKey('Anna Mikhnovich'))
    expect(indexKey('Міхновіч Ганна Якаўлеўна')).toBe(indexKey('Anna Mikhnovich'))
    expect(indexKey('Anna Mikhnovich')).not.toBe(indexKey('Anna'))
  })

  it('is empty only where there is nothing to read', () => {
    expect([indexKey(''), indexKey(' / () '), indexKey('(Мох)')]).toEqual(['', '', indexKey('Мох')])
  })
})

describe('a word being typed', () => {
  it('begins the key of the word it begins, for nine in ten beginnings of three letters or more', () => {
    const file = readFileSync(new URL('../../support/name-pairs.tsv', import.meta.url), 'utf8')
    let found = 0
    let tried = 0
    for (const { text } of parsePairs(file)) {
      const keys = nameKey(text).split(' ')
      for (const word of text.split(/[ -]/))
        for (let length = 3; length <= word.length; length += 1) {
          tried += 1
          if (prefixKeys(word.slice(0, length)).some((typed) => keys.some((key) => key.startsWith(typed)))) found += 1
        }
    }
    expect(found / tried).toBeGreaterThan(0.9)
  })

  it('reaches a given name in another language before it is typed out', () => {
    expect(prefixKeys('Nikol').some((key) => nameKey('Мікалай').startsWith(key))).toBe(true)
    expect(prefixKeys('Olg').some((key) => nameKey('Вольга').startsWith(key))).toBe(true)
    expect(prefixKeys('Volod').some((key) => nameKey('Уладзімір').startsWith(key))).toBe(true)
  })
})
