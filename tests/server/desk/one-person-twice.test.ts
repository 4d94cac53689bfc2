import { expect, test } from 'vitest'
import { warnOfOnePersonTwice } from '#server/desk/release-event/one-person-twice.ts'

test.each([
  ['two spellings that are both new', ['Halina Vymysel', 'Галина Вымысел'], ['Halina Vymysel', 'Галина Вымысел'], 1],
  ['a new one and someone of the register', ['Aliaksandr Prydumany', 'Александр Придуманный'], ['Александр Придуманный'], 1],
  ['two of the register, which the queue of duplicates asks about', ['Halina Vymysel', 'Галина Вымысел'], [], 0],
  ['two people', ['Halina Vymysel', 'Piotr Zmyshlony'], ['Halina Vymysel', 'Piotr Zmyshlony'], 0],
  ['sisters', ['Halina Vymysel', 'Maryna Vymysel'], ['Halina Vymysel', 'Maryna Vymysel'], 0],
  ['one name written alike, which is said elsewhere', ['Halina Vymysel', 'halina vymysel'], ['Halina Vymysel', 'halina vymysel'], 0],
])('%s', (_what, names, added, warnings) => {
  expect(warnOfOnePersonTwice(names, added)).toHaveLength(warnings)
})
