import { describe, expect, it } from 'vitest'
import { describeSpelling, explainMatch } from '#server/names/explain.ts'
import { scriptOf } from '#contract/names/language.ts'

describe('the script of a name', () => {
  it.each([
    ['Dubrauski', 'Latn'],
    ['Дубраўскі', 'Cyrl'],
    ['IГАР', 'Cyrl'],
    ['Ελένη', 'Grek'],
    ['გიორგი', 'Geor'],
    ['123 –', 'Zyyy'],
    ['', 'Zyyy'],
  ])('of %s is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script)
  })
})

describe('what the letters say of a spelling', () => {
  it.each([
    ['Дубраўскі', 'Belarusian spelling'],
    ['Дубровский', 'Russian spelling'],
    ['Гаївський', 'Ukrainian spelling'],
    ['Мінчук', 'Belarusian or Ukrainian spelling'],
    ['Чижов', 'Russian or Ukrainian spelling'],
    ['Мох', 'Cyrillic spelling'],
    ['Ђоковић', 'Cyrillic spelling'],
    ['Dubraŭski', 'Łacinka spelling'],
    ['Dubrauski', 'Latin spelling'],
    ['Ελένη', 'another script'],
  ])('%s: %s', (text, words) => {
    expect(describeSpelling(text)).toBe(words)
  })
})

describe('why a name was found', () => {
  it.each([
    ['Дубровский', 'Dubrauski', 'Дубровский ~ Dubrauski: Russian spelling'],
    ['dubrauski', 'Dubrauski', 'dubrauski ~ Dubrauski: the same letters'],
    ['Dubrauski', 'Dubrauski', 'Dubrauski ~ Dubrauski: exactly as typed'],
    ['М. Дубраўскі', 'Mikalai Dubrauski', 'М. Дубраўскі ~ Mikalai Dubrauski: by its initial'],
    ['Дубрвоский', 'Dubrauski', 'Дубрвоский ~ Dubrauski: similar, Russian spelling'],
    ['Николай Дубровский', 'Мікалай Паўлавіч Дубраўскі', 'Николай Дубровский ~ Мікалай Паўлавіч Дубраўскі: Russian spelling; patronymic in one only'],
  ])('%s for %s', (query, candidate, sentence) => {
    expect(explainMatch(query, candidate)).toBe(sentence)
  })
})
