import { Facts } from '#client/components/layout/facts.tsx'
import { AlsoAsserted } from '#client/components/values/also-asserted.tsx'
import { Country } from '#client/components/values/place.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { basisLabels } from '#contract/codes.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import { EventDestination } from './event-destination.tsx'
import { SaidValue } from './said-value.tsx'

/** When, by whom, where to, on what ground. */
export const EventFacts = ({ event, alone }: { event: ReleaseEvent; alone: boolean }) => {
  const { id, date, country, basis, evidence } = event
  const on = (...fields: string[]) => evidenceFor(evidence, 'release_event', id, ...fields)
  return (
    <Facts
      facts={[
        {
          label: 'When',
          value: (
            <SaidValue evidence={on('date')} of="the date" stated={date.edtf !== null} alone={alone} shown={{ date: date.edtf }}>
              <StatedDateText date={date} />
              <AlsoAsserted evidence={on('date')} field="date" shown={date.edtf} />
            </SaidValue>
          ),
        },
        {
          label: 'Released by',
          value: (
            <SaidValue evidence={on('country')} of="the releasing country" stated alone={alone} shown={{ country }}>
              <Country code={country} />
            </SaidValue>
          ),
        },
        { label: 'Destination', value: <EventDestination event={event} alone={alone} /> },
        {
          label: 'Basis',
          value: (
            <SaidValue evidence={on('basis')} of="the basis" stated={basis !== 'not_stated'} alone={alone} shown={{ basis: basis === 'not_stated' ? null : basis }}>
              <TextOrNotStated>{basisLabels[basis]}</TextOrNotStated>
              <AlsoAsserted evidence={on('basis')} field="basis" shown={basis} />
            </SaidValue>
          ),
        },
      ]}
    />
  )
}
