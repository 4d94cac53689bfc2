import { statedDate } from '#contract/dates/stated-date.ts'
import { StatedDateText } from '../values/stated-date-text.tsx'

/** The day of a moment (ISO 8601, UTC), written as every date is. */
export const PublishedDay = ({ at }: { at: string }) => <StatedDateText date={statedDate(at.slice(0, 10), 'stated')} />
