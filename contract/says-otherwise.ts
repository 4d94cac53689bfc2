/** The first number written in a text, its thousands apart or not; null where there is none. */
const firstNumber = (text: string): string | null => /\d+(?:[ ,\u00A0\u2009\u202F]\d{3})*/.exec(text)?.[0].replace(/\D/g, '') ?? null

/**
 * Whether a source asserts another value than the record has. Both are as evidence keeps them: a
 * code, a number, EDTF. A number may be asserted in words ("109 of the 114"): its first number counts.
 * Null on either side, or an empty value, leaves nothing to compare.
 */
export const saysOtherwise = (asserted: string | null, value: string | null): boolean => {
  const said = asserted?.trim() ?? ''
  if (said === '' || value === null || value === '') return false
  if (!/^\d+$/.test(value)) return said !== value
  const number = firstNumber(said)
  // A year alone is a date, written the same on both sides.
  return number !== null && Number(number) !== Number(value)
}
