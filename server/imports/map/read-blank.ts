import { hasNoNul } from '#contract/common.ts'
import { type MappedCell, type Report, problemAt } from './cell.ts'

/** What spreadsheets and databases write where there is nothing. */
const machineWords = new Set(['false', 'true', 'null', 'none', 'nil', 'nan', 'undefined', '#n/a', 'n.a.', 'нет', 'няма', 'немає', 'no data', '0', '00.00.0000', '0000-00-00'])

const spreadsheetErrors = /^#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL|N\/A|SPILL|CALC|GETTING_DATA)[!?]?$/iu

const plain = (raw: string): string =>
  raw.normalize('NFC').replace(/[\u200b\ufeff\u00ad]/gu, '').replace(/[\s\u00a0]+/gu, ' ').trim()

/** What the rules of the column say that this cell stands for; itself where they say nothing. */
const replaced = ({ rule }: MappedCell, text: string): string => {
  const lower = text.toLowerCase()
  return rule.replace.find(({ from }) => plain(from).toLowerCase() === lower)?.to.trim() ?? text
}

/**
 * The text of a cell without what surrounds it; null where it is empty by the rules of its column.
 * Reports, and gives null, what cannot be a value: a formula, a spreadsheet's error, a word
 * that a program writes for "nothing" and no rule speaks of.
 */
export const readFilled = (cell: MappedCell, report: Report): string | null => {
  const text = replaced(cell, plain(cell.raw))
  if (text === '') return null
  const lower = text.toLowerCase()
  if (cell.rule.blanks.some((blank) => blank.trim().toLowerCase() === lower)) return null
  if (!hasNoNul(text)) {
    report(problemAt(cell, { code: 'unreadable', reason: 'The cell has a character that cannot be kept. Type its text again.', suggestion: text.replaceAll('\0', '') }))
  } else if (/^[=@]./u.test(text)) {
    report(problemAt(cell, { code: 'formula', reason: 'The cell holds a formula, which is not a value. Type the value itself, or leave it empty.' }))
  } else if (spreadsheetErrors.test(text)) {
    report(problemAt(cell, { code: 'spreadsheet_error', reason: 'The spreadsheet shows an error here. Type the value, or leave it empty.', suggestion: '' }))
  } else if (machineWords.has(lower)) {
    if (cell.field.type === 'number' && text === '0') return text
    report(
      problemAt(cell, {
        code: 'blank_word',
        reason: `“${text}” looks like a program's word for an empty cell. Empty it, or name it as a blank in the rules of this column.`,
        suggestion: '',
      }),
    )
  } else return text
  return null
}
