/** A whole number as people type it (`1,234`, `1 234`), `empty`, or null where it is none. Never NaN. */
export const readNumber = (text: string): number | 'empty' | null => {
  const typed = text.trim()
  if (typed === '') return 'empty'
  const isGrouped = /^\d{1,3}(?:[,  ]\d{3})+$/.test(typed)
  const digits = isGrouped ? typed.replace(/[,  ]/g, '') : typed
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}

/** What to tell the person about a number that cannot be read. */
export const numberProblem = (text: string): string => {
  const typed = text.trim()
  if (/^[-−]\s*\d+$/.test(typed)) return 'A count cannot be below zero.'
  const shown = typed.length > 30 ? `${typed.slice(0, 30)}…` : typed
  return `“${shown}” is not a whole number. Type digits alone, for example 123.`
}
