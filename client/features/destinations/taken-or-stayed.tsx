import { CountText } from '#client/components/values/count-text.tsx'
import type { DestinationRow } from '#contract/destinations.ts'

/** True where some country released people to another one, this. */
export const wasTakenTo = ({ events, stayedEvents }: Pick<DestinationRow, 'events' | 'stayedEvents'>): boolean =>
  events > stayedEvents

/** How many were taken to a country; a dash where nobody was, for it is the releasing country of all its events. */
export const Taken = ({ row }: { row: DestinationRow }) => (wasTakenTo(row) ? <CountText count={row.taken} /> : '–')

/** How many stayed in a country that released them; a dash where it released nobody. */
export const Stayed = ({ row }: { row: DestinationRow }) =>
  row.stayedEvents > 0 ? <CountText count={row.stayed} /> : '–'
