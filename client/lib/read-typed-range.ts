export type TypedRange = { readonly from: string; readonly to: string }
export type RangeReading = { readonly range: TypedRange } | { readonly problems: Partial<TypedRange> }

/**
 * Reads what was typed into From and To: any date the register can hold. A month or year begins
 * on its first day as From and ends on its last as To. Empty text is an open side.
 */
export const readTypedRange = async (typed: TypedRange): Promise<RangeReading> => {
  // The reader of dates is large and most visits never type one.
  const { readDate } = await import('#contract/dates/read-date.ts')
  const side = (text: string, bound: 'earliest' | 'latest'): { day: string } | { problem: string } => {
    if (text.trim() === '') return { day: '' }
    const reading = readDate(text)
    if ('problem' in reading) return reading
    const day = reading.date[bound]
    return day === null ? { problem: 'Type a day, a month or a year, or leave it empty.' } : { day }
  }
  const from = side(typed.from, 'earliest')
  const to = side(typed.to, 'latest')
  if ('problem' in from || 'problem' in to) {
    return {
      problems: {
        ...('problem' in from ? { from: from.problem } : {}),
        ...('problem' in to ? { to: to.problem } : {}),
      },
    }
  }
  if (from.day !== '' && to.day !== '' && from.day > to.day) {
    return { problems: { to: `This is before From (${from.day}). Swap the two dates.` } }
  }
  return { range: { from: from.day, to: to.day } }
}
