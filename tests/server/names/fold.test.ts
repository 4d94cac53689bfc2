import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '#server/names/fold.ts'
import { repairHomoglyphs } from '#contract/names/homoglyphs.ts'

const troublesome = string({ unit: constantFrom(...'IіІўЎьʼ’-ĸщŭč́ (') })
const anyText = oneof(string({ unit: 'binary' }), string({ unit: 'grapheme' }), troublesome)

describe('folding a text', () => {
  it('gives lower-case letters, digits and single spaces for any text whatever', () => {
    assert(
      property(anyText, (text) => {
        expect(foldText(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
      }),
    )
  })

  it('changes nothing the second time', () => {
    assert(
      property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('takes half a surrogate pair for what it is: no letter', () => {
    expect(foldText('\ud800Дубрава\udc00')).toBe('dubrava')
  })

  it('does not get lost in a hundred thousand characters', () => {
    const start = performance.now()
    for (const piece of ['Ж', 'IІ', ' ', 'ў/', '(', '北']) foldText(piece.repeat(100_000 / piece.length))
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it.each([
    ['Вераснёў-Цётка', 'verasniou tsiotka'],
    ['Юр’еўна', 'iureuna'],
    ["Юр'еўна", 'iureuna'],
    ['ЛЕСЬ  Калиновый', 'les kalinovyi'],
    ['Григорій Гай', 'hryhorii hai'],
    ['Григорий Гай', 'grigorii gai'],
    ['Рыгор Ўласаў', 'ryhor ulasau'],
    ['Žuravinaŭ, Aleś', 'zuravinau ales'],
    ['Ниĸита', 'nikita'],
    ['ѝ Ελένη 北京', 'i eleni beijing'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('letters that look alike', () => {
  it('a Latin I inside a Cyrillic word becomes the Cyrillic one', () => {
    expect(repairHomoglyphs('IГАР ДУБРАЎСКI')).toBe('ІГАР ДУБРАЎСКІ')
  })

  it('a Cyrillic А inside a Latin word becomes the Latin one', () => {
    expect(repairHomoglyphs('Аlexander Dubrоvsky')).toBe('Alexander Dubrovsky')
  })

  it('words of one script are left as they are, even beside words of the other', () => {
    expect(repairHomoglyphs('Мох Mokh')).toBe('Мох Mokh')
  })
})
