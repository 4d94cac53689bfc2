import type { Name } from '#seed/detainee.ts'
import { eastSlavicLanguagesOf, scriptOf } from '#contract/names/language.ts'
import { type Report, problemOfRow } from './cell.ts'
import type { CellReader, Sourced } from './read-cells.ts'
import { say } from './say.ts'

/** The language where the letters leave no choice; otherwise it is not known. */
const languageOf = (text: string): string => {
  const [only, ...more] = eastSlavicLanguagesOf(text)
  return only === undefined || more.length > 0 ? 'und' : only
}

const nameOf = (said: Sourced<string>, kind: Name['kind']): Name => ({
  text: said.value,
  lang: languageOf(said.value),
  script: scriptOf(said.value),
  kind,
  evidence: say('text', said, said.value),
})

/** Surname, given name and patronymic of columns of their own, in the order of this register. */
const composed = (cells: CellReader): Sourced<string> | null => {
  const parts = [cells.text('givenName'), cells.text('patronymic'), cells.text('surname')].filter((part) => part !== null)
  if (parts.length === 0) return null
  return { value: parts.map(({ value }) => value).join(' '), quote: parts.map(({ quote }) => quote).join(' ') }
}

/** The spellings of a row, the primary one first; none, reported, where the row names nobody. */
export const readNames = (cells: CellReader, report: Report): Name[] => {
  const whole = cells.name('name')
  const parts = composed(cells)
  const primary = whole ?? parts
  const others = cells.list('otherNames')
  if (primary === null) {
    report(problemOfRow({ code: 'no_name', reason: 'This row names nobody. Add the name, or leave the row out.' }))
    return []
  }
  const names = [nameOf(primary, 'primary')]
  for (const other of whole !== null && parts !== null ? [parts, ...others] : others) {
    if (names.some(({ text }) => text === other.value)) continue
    const romanised = scriptOf(other.value) === 'Latn' && names[0]?.script === 'Cyrl'
    names.push(nameOf(other, romanised ? 'romanised' : 'also_known_as'))
  }
  return names
}
