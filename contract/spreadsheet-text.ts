/*
 * A spreadsheet runs a text as a formula when it begins with one of these signs, and some
 * strip blanks and quotes first. Such a text is written with an apostrophe before it.
 */

/** Blanks, invisible marks and quotes may stand before the sign; a tab or a carriage return is one itself. */
export const formulaPattern = String.raw`^[\s\x1c-\x1f\x85\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff'"]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]`
const formula = new RegExp(formulaPattern)

/** True for a text that a spreadsheet could run; an apostrophe before such a text leaves it so. */
export const looksLikeFormula = (text: string): boolean => formula.test(text)

/** The text as a cell that no spreadsheet runs. `unmarkFormula` gives it back letter by letter. */
export const markFormula = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

/** Undoes the mark: a cell is a marked one exactly when its text after the first apostrophe looks like a formula. */
export const unmarkFormula = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
