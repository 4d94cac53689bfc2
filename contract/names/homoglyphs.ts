/**
 * Letters that look the same in Latin and Cyrillic, and the repair of words that mix them.
 * A list typed on a Russian keyboard often has a Latin `I` for the Belarusian `І`, and text
 * copied from a PDF has `ĸ` (U+0138) for `к`.
 */

const PAIRS =
  'AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе iі jј oо pр sѕ xх yу ëё ÏЇ ïї ËЁ ĸк'.split(' ')

const toCyrillic = new Map<string, string>()
const toLatin = new Map<string, string>()
for (const pair of PAIRS) {
  const [latin = '', cyrillic = ''] = [...pair]
  toCyrillic.set(latin, cyrillic)
  toLatin.set(cyrillic, latin === 'ĸ' ? 'k' : latin)
}
toLatin.set('к', 'k')

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+/gu
const LATIN = /\p{Script=Latin}/gu
const CYRILLIC = /\p{Script=Cyrillic}/gu
const HAS_LATIN = /\p{Script=Latin}/u
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u

const mapped = (word: string, table: ReadonlyMap<string, string>): string =>
  Array.from(word, (letter) => table.get(letter) ?? letter).join('')

const repairWord = (word: string): string => {
  const latin = word.match(LATIN) ?? []
  const cyrillic = word.match(CYRILLIC) ?? []
  if (latin.length === 0 || cyrillic.length === 0) return word
  const couldBeCyrillic = latin.every((letter) => toCyrillic.has(letter))
  const couldBeLatin = cyrillic.every((letter) => toLatin.has(letter))
  if (couldBeCyrillic !== couldBeLatin) return mapped(word, couldBeCyrillic ? toCyrillic : toLatin)
  return mapped(word, latin.length > cyrillic.length ? toLatin : toCyrillic)
}

/**
 * Gives each word that mixes the two scripts one script, as far as its letters allow: the
 * script that can write the whole word, else that of most of its letters (a tie is Cyrillic).
 * Words in one script are left alone, so a name typed wholly in the wrong letters is not repaired.
 * The text is returned in Unicode NFKC.
 */
export const repairHomoglyphs = (text: string): string => {
  const normal = text.normalize('NFKC')
  // No word mixes what the whole text does not.
  return HAS_CYRILLIC.test(normal) && HAS_LATIN.test(normal) ? normal.replace(WORD, repairWord) : normal
}
