/*
 * How usual a text is in the languages these lists come in. Only the ranking matters: it tells
 * apart the encodings a text without a mark may be in.
 */

const commonest = 'оаеинтсрвлкмдпуяыіьзгбчйхжшюцщэфёўїєґ'
const worth = new Map(Array.from(commonest, (letter, index) => [letter, 40 - index]))

const cyrillic = /\p{Script=Cyrillic}/u
const letters = /\p{L}/u

/** Letters of Polish, Czech, Lithuanian and their neighbours; and of German, French and theirs. */
const eastern = new Set('ąćęłńóśźżčďěňřšťůžýáéíöüőűâăîșțđ')
const baltic = new Set('ąčęėįšųūžāēģīķļņ')
const western = new Set('äöüßéèêëàâçîïôûùœñåæøáíóú')

const setOf: Readonly<Record<string, ReadonlySet<string>>> = {
  'windows-1250': eastern,
  'windows-1257': baltic,
  'windows-1252': western,
}

const capital = (letter: string): boolean => letter !== letter.toLowerCase()

/** Points for a text read as Cyrillic: common letters, words in one script, capitals only where words begin. */
export const cyrillicPoints = (text: string): number => {
  let points = 0
  let before = ' '
  for (const letter of text) {
    if (letter > '\x7f') {
      if (cyrillic.test(letter)) {
        points += worth.get(letter.toLowerCase()) ?? 0
        if (capital(letter) && letters.test(before) && !capital(before)) points -= 60
      } else points -= letters.test(letter) ? 40 : /[\u2010-\u2044«»№°·§©]/u.test(letter) ? 5 : 30
    }
    before = letter
  }
  return points
}

/** Points for a text read in a Latin code page: letters that its languages have. */
export const latinPoints = (text: string, encoding: string): number => {
  const known = setOf[encoding] ?? western
  let points = 0
  for (const letter of text) {
    if (letter <= '\x7f') continue
    points += known.has(letter.toLowerCase()) ? 10 : letters.test(letter) ? -5 : /[\u2010-\u2044«»°§©\u00a0]/u.test(letter) ? 0 : -15
  }
  return points
}
