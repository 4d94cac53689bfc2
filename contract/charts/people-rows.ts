import type { PeopleStats } from '../stats-people.ts'
import { bandOfInterval } from './band-of.ts'
import type { BarRow } from './draw-bars.ts'
import { countedBand, formatNumber } from './format-count.ts'

/** Each value as a bar of the people of whom it is known, with a line to as many as there may be. */
export const peopleRows = ({ cells, rest }: Pick<PeopleStats, 'cells' | 'rest'>): BarRow[] =>
  [...cells, ...(rest.values === 0 ? [] : [{ ...rest, key: 'rest', label: `${formatNumber(rest.values)} more values together` }])].map(
    ({ key, label, people, releases }) => ({
      key,
      label,
      text: `${countedBand(people, 'person', 'people')}, ${countedBand(releases, 'release', 'releases')}`,
      parts: [{ series: key === 'not_stated' ? 'not_stated' : 'known', value: people.lowest }],
      ...bandOfInterval(people),
    }),
  )
