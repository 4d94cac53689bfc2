import { countryName } from '#contract/countries.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import { codeFields } from '../words/codes.ts'
import { countryWords } from '../words/countries.ts'
import { type MappedCell, type Report, problemAt } from './cell.ts'
import { readFilled } from './read-blank.ts'
import { readDateCell } from './read-date-cell.ts'
import { checkScripts, readNameCell } from './read-name-cell.ts'

/** A value with the words of the cell it was read from. */
export type Sourced<Value> = { readonly value: Value; readonly quote: string }

/** Reads the cells of one row by the names of their fields; what is wrong goes to `report`. */
export type CellReader = {
  readonly name: (key: string) => Sourced<string> | null
  readonly text: (key: string) => Sourced<string> | null
  readonly date: (key: string) => Sourced<StatedDate> | null
  readonly country: (key: string) => Sourced<string> | null
  readonly countries: (key: string) => readonly Sourced<string>[]
  readonly code: (key: string) => Sourced<string> | null
  readonly number: (key: string) => Sourced<number> | null
  /** Parts of a cell, at semicolons and line breaks, and at commas where there is nothing else. */
  readonly list: (key: string) => readonly Sourced<string>[]
  /** `LT 9; UA 114`. */
  readonly cells: (key: string) => readonly Sourced<{ readonly country: string; readonly number: number }>[]
  readonly cellOf: (key: string) => MappedCell | undefined
  /** True where something stands in the cell, whether it can be read or not. */
  readonly hasCell: (key: string) => boolean
}

const partsOf = (text: string): string[] => {
  const parting = /[;\n]/u.test(text) ? /[;\n]/u : /,/u
  return text.split(parting).map((part) => part.trim()).filter((part) => part !== '')
}

const unknownCountry = (cell: MappedCell, text: string, report: Report): void => {
  const near = countryWords.nearest(text)
  const suggestion = near === null ? null : countryName(near)
  report(problemAt(cell, { code: 'unknown_country', reason: `“${text.slice(0, 60)}” is no country we know. Write its name or its two letters, such as LT.`, suggestion }))
}

export const readCells = (cells: ReadonlyMap<string, MappedCell>, report: Report): CellReader => {
  const filled = <Value>(key: string, read: (cell: MappedCell, text: string) => Value | null): Sourced<Value> | null => {
    const cell = cells.get(key)
    const text = cell === undefined ? null : readFilled(cell, report)
    if (cell === undefined || text === null) return null
    const value = read(cell, text)
    // What the file says, not what it was taken for.
    return value === null ? null : { value, quote: cell.raw.trim().slice(0, 5000) }
  }
  const country = (cell: MappedCell, text: string): string | null => {
    const code = countryWords.find(text)
    if (code === null) unknownCountry(cell, text, report)
    return code
  }
  const fitting = (cell: MappedCell, text: string, limit: number): string | null => {
    checkScripts(cell, text, report)
    if (text.length <= limit) return text
    report(problemAt(cell, { code: 'too_long', reason: `Shorten this to ${limit} characters; it has ${text.length}.` }))
    return null
  }
  const many = <Value>(key: string, read: (cell: MappedCell, part: string) => Value | null): Sourced<Value>[] => {
    const parts = filled(key, (cell, text) =>
      partsOf(text).flatMap((part) => {
        const value = read(cell, part)
        return value === null ? [] : [value]
      }),
    )
    return (parts?.value ?? []).map((value) => ({ value, quote: parts?.quote ?? '' }))
  }

  return {
    cellOf: (key) => cells.get(key),
    hasCell: (key) => (cells.get(key)?.raw.trim() ?? '') !== '',
    name: (key) =>
      filled(key, (cell, text) => {
        if (text.length <= 500) return readNameCell(cell, text, report)
        report(problemAt(cell, { code: 'too_long', reason: `Shorten this name to 500 characters; it has ${text.length}.` }))
        return null
      }),
    text: (key) => filled(key, (cell, text) => fitting(cell, text, cell.field.limit ?? 500)),
    date: (key) => filled(key, (cell, text) => readDateCell(cell, text, report)),
    country: (key) => filled(key, country),
    countries: (key) => many(key, country),
    code: (key) =>
      filled(key, (cell, text) => {
        const field = codeFields[key]
        if (field === undefined) throw new Error(`There is no list of words for the codes of ${key}`)
        const { words, labels } = field
        const code = words.find(text)
        if (code !== null) return code
        const near = words.nearest(text)
        report(
          problemAt(cell, {
            code: 'unknown_code',
            reason: `“${text.slice(0, 60)}” is none of: ${Object.values(labels).join(', ')}.`,
            suggestion: near === null ? null : (labels[near] ?? null),
          }),
        )
        return null
      }),
    number: (key) =>
      filled(key, (cell, text) => {
        const digits = text.replace(/(?<=\d)[ \u202f,.](?=\d{3}(?:\D|$))/gu, '')
        if (/^\d{1,7}$/u.test(digits)) return Number(digits)
        const found = /\d{1,7}/u.exec(digits)?.[0] ?? null
        report(problemAt(cell, { code: 'not_a_number', reason: 'This is not a whole number. Write digits only; what cannot be said so belongs in the form.', suggestion: found }))
        return null
      }),
    list: (key) => many(key, (cell, part) => fitting(cell, part, 500)),
    cells: (key) =>
      many(key, (cell, part) => {
        const [, place = '', number = ''] = /^(.*?)[\s:=–-]+(\d{1,7})$/u.exec(part) ?? []
        if (place === '') {
          report(problemAt(cell, { code: 'not_a_cell', reason: `“${part.slice(0, 60)}” is not a country with a number. Write it as LT 9; UA 114.` }))
          return null
        }
        const code = country(cell, place)
        return code === null ? null : { country: code, number: Number(number) }
      }),
  }
}
