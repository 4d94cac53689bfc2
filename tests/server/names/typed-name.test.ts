import { describe, expect, test } from 'vitest'
import { deletionForms } from '#server/names/deletions.ts'
import { withoutFathersName } from '#server/names/fathers-name.ts'
import { foldReadings, foldText } from '#server/names/fold.ts'
import { withGivenName } from '#server/names/mistyped-given-name.ts'
import { searchWords } from '#server/names/search-words.ts'

const share = (a: string, b: string): boolean => deletionForms(a).some((form) => deletionForms(b).includes(form))

test('one letter left out, put in, replaced or swapped with its neighbour leaves a form in common', () => {
  for (const other of ['dubrousk', 'dubrouskii', 'dubrauski', 'durbouski', 'dubrouski']) expect(share('dubrouski', other), other).toBe(true)
  expect(share('dubrouski', 'kalinouski')).toBe(false)
})

test('a word of three letters or of more than forty is not looked for with a letter wrong', () => {
  expect(deletionForms('kim')).toEqual([])
  expect(deletionForms('a'.repeat(41))).toEqual([])
})

test('a Cyrillic word is read as each language would, since it alone does not show which it is', () => {
  expect(foldReadings('Гродна')).toEqual(['grodna', 'hrodna'])
  expect(foldReadings('Hrodna')).toEqual(['hrodna'])
  expect(foldReadings('Гродна')).toContain(foldText('у Гродна, ўчора').split(' ')[1])
})

describe('the words of a question', () => {
  test('are the pieces that folding leaves, in their own script', () => {
    expect(searchWords('Дуброўскі-Цвёрды, М.П.').map((word) => word.folded[0])).toEqual(['dubrouski', 'tsverdy', 'm', 'p'])
  })

  test('keep an apostrophe inside a word', () => {
    expect(searchWords("Юр'еў")).toHaveLength(1)
    expect(searchWords('Юр’еў')).toHaveLength(1)
  })

  test('are none for signs alone, and at most twelve', () => {
    expect(searchWords('"*:^ -- ()')).toEqual([])
    expect(searchWords('a '.repeat(80))).toHaveLength(12)
  })
})

test('a second initial, or a patronymic with a letter wrong, can be passed over', () => {
  expect(withoutFathersName('Дуброўскі М. П.')).toBe('Дуброўскі М')
  expect(withoutFathersName('М.П. Дуброўскі')).toBe('М Дуброўскі')
  expect(withoutFathersName('Mikalai Paulavcih Dubrouski')).toBe('Mikalai Dubrouski')
  for (const name of ['Mikalai Dubrouski', 'Mikalai Paulavich Dubrouski', 'М. Дуброўскі', 'М. П.', '']) {
    expect(withoutFathersName(name), name).toBeUndefined()
  }
})

test('a given name with a letter wrong is put right where only one name is near', () => {
  expect(withGivenName('Nkolay Dubrovsky')).toBe('Мікалай Dubrovsky')
  for (const name of ['Nikolay Dubrovsky', 'Nkolay', 'Qwert Dubrovsky', '']) expect(withGivenName(name), name).toBeUndefined()
})
