import { repairHomoglyphs } from '#contract/names/homoglyphs.ts'
import { namePartsOf } from '../../names/key.ts'
import { type MappedCell, type Report, problemAt } from './cell.ts'

const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u

/** `Выдуманы Алесь Пятровіч` → `Алесь Пятровіч Выдуманы`; a comma says where the surname ends. */
export const surnameLast = (text: string): string => {
  const [before = '', ...after] = text.split(',')
  if (after.length > 0) return `${after.join(' ').trim()} ${before.trim()}`.trim()
  const [surname = '', ...rest] = text.split(' ')
  return rest.length === 0 ? surname : `${rest.join(' ')} ${surname}`
}

/** True where a word that is no given name comes first and a given name comes after it. */
const looksSurnameFirst = (text: string): boolean => {
  const [first, second, third] = namePartsOf(text)
  if (first === undefined || second === undefined || first.given || !second.given) return false
  return third === undefined || third.patronymic
}

const looksGivenFirst = (text: string): boolean => {
  const parts = namePartsOf(text)
  return parts.length > 1 && parts[0]?.given === true && parts.at(-1)?.given === false && parts.at(-1)?.patronymic === false
}

const words = /[\p{L}\p{M}]+/gu

const mixesScripts = (text: string): boolean => (text.match(words) ?? []).some((one) => latin.test(one) && cyrillic.test(one))

/** Reports words that mix Latin and Cyrillic letters: what looks the same is not found the same. */
export const checkScripts = (cell: MappedCell, text: string, report: Report): void => {
  const repaired = repairHomoglyphs(text)
  const cyrillicWords = text.split(' ').filter((one) => cyrillic.test(one))
  if (mixesScripts(text)) {
    const whole = !mixesScripts(repaired)
    report(
      problemAt(cell, {
        code: 'homoglyphs',
        severity: 'question',
        reason: `Latin and Cyrillic letters are mixed in one word. ${whole ? 'Take the repaired spelling' : 'Correct it'}, or keep it as it is.`,
        suggestion: whole ? repaired : null,
      }),
    )
  } else if (cell.field.type === 'name' && latin.test(text) && cyrillic.test(text)) {
    report(
      problemAt(cell, {
        code: 'mixed_scripts',
        severity: 'question',
        reason: 'Some words of this name are Latin, others Cyrillic. Write it in one script and put the other spelling into a column of its own, or keep it as it is.',
        suggestion: cyrillicWords.length > 1 ? cyrillicWords.join(' ') : null,
      }),
    )
  }
}

/** The name in a cell, in the order given name, surname where the rules or a comma say how it stands. Reports what looks otherwise. */
export const readNameCell = (cell: MappedCell, text: string, report: Report): string => {
  checkScripts(cell, text, report)
  const byComma = /^[^,]+,[^,]+$/u.test(text)
  if (/\d/u.test(text)) {
    report(problemAt(cell, { code: 'digits_in_name', severity: 'question', reason: 'A name rarely has a number in it. Correct it, or keep it as it is.', suggestion: text.replace(/\d+/gu, ' ').replace(/ +/gu, ' ').trim() }))
  }
  if (cell.rule.nameOrder === 'surname_first') {
    if (!byComma && looksGivenFirst(text)) {
      report(problemAt(cell, { code: 'given_first', severity: 'question', reason: 'This column has the surname first, and here a given name comes first. Swap it, or keep it as it is.', suggestion: [text.split(' ').at(-1), ...text.split(' ').slice(0, -1)].join(' ') }))
    }
    return surnameLast(text)
  }
  if (byComma) return surnameLast(text)
  if (looksSurnameFirst(text)) {
    report(
      problemAt(cell, {
        code: 'surname_first',
        severity: 'question',
        reason: 'The surname seems to come first here. Swap it, keep it as it is, or set the rule of this column.',
        suggestion: surnameLast(text),
      }),
    )
  }
  if (!text.includes(' ') && !text.includes('.')) {
    report(problemAt(cell, { code: 'one_word', severity: 'warning', reason: 'This is one word only. If the list says more of the name, add it.' }))
  }
  return text
}
