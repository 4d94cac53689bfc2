import type { ChartId } from '#client/components/release-charts/chart-search.ts'
import { OverTime } from '#client/components/release-charts/over-time.tsx'
import { HeldChart } from './held-chart.tsx'
import { LinksChart } from './links-chart.tsx'
import { NamedChart } from './named-chart.tsx'
import { PeopleChart } from './people-chart.tsx'
import { PivotChart } from './pivot-chart.tsx'
import { PlacesChart } from '#client/components/release-charts/places-chart.tsx'
import type { WithFlows } from './use-questions.ts'

/** A chart by its id. */
export const ChartOf = ({ id, question, flows }: WithFlows & { id: ChartId }) => {
  switch (id) {
    case 'pivot':
      return <PivotChart question={question} />
    case 'time':
      return <OverTime question={question} />
    case 'named':
      return <NamedChart question={question} />
    case 'places':
      return <PlacesChart question={question} flows={flows} />
    case 'links':
      return <LinksChart question={question} />
    case 'people':
      return <PeopleChart question={question} />
    case 'held':
      return <HeldChart question={question} />
  }
}
