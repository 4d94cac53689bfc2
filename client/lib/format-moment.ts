import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'

/** When something was done at the desk, by the reader's clock: "13 December 2025, 10:42". */
export const formatMoment = (instant: string): string => {
  const moment = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${formatStatedDate(statedDate(day, 'stated'))}, ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
