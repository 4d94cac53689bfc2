import { expect, test } from 'vitest'
import { foldText } from '#server/names/fold.ts'
import { surnameFirst } from '#server/names/surname-first.ts'

test.each([
  ['Ales Lastauka', 'lastauka ales'],
  ['Lastauka Ales', 'lastauka ales'],
  ['Ластаўка Алесь Віктаравіч', 'lastauka ales viktaravich'],
  ['Алесь Віктаравіч Ластаўка', 'lastauka ales viktaravich'],
  ['Hanna Mikhnovich', 'mikhnovich hanna'],
  ['Lastauka', 'lastauka'],
  ['Maria Anna', 'anna maria'],
  ['', ''],
])('%s is sorted as “%s”', (name, sorted) => {
  expect(surnameFirst(foldText(name))).toBe(sorted)
})
