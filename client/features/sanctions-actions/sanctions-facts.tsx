import type { ReactNode } from 'react'
import { Facts } from '#client/components/layout/facts.tsx'
import { AlsoAsserted } from '#client/components/values/also-asserted.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { actionLabels, actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { SanctionsAction } from '#contract/sanctions-actions.ts'

export const SanctionsFacts = ({ action }: { action: SanctionsAction }) => {
  const fact = (label: string, field: string, shown: string | null, words: ReactNode) => {
    const evidence = evidenceFor(action.evidence, 'sanctions_action', action.id, field)
    return {
      label,
      value: (
        <>
          {words}
          <EvidenceMark evidence={evidence} of={`the ${label.toLowerCase()}`} stated={shown !== null && shown !== 'not_stated'} />
          <AlsoAsserted evidence={evidence} field={field} shown={shown} />
        </>
      ),
    }
  }
  const text = (label: string, field: string, value: string | null) =>
    fact(label, field, value, <TextOrNotStated>{value}</TextOrNotStated>)
  const date = (label: string, field: string, value: StatedDate) =>
    fact(label, field, value.edtf, <StatedDateText date={value} />)
  return (
    <Facts
      facts={[
        fact('Authority', 'authority', action.authority, authorityLabels[action.authority]),
        text('Agency', 'agency', action.agency),
        fact('Action', 'action', action.action, actionLabels[action.action]),
        text('Target', 'target', action.target),
        text('Commodity', 'commodity', action.commodity),
        text('Instrument', 'instrument', action.instrument),
        date('Announced', 'announced', action.announced),
        date('Issued', 'issued', action.issued),
        date('In effect from', 'effective', action.effective),
        date('Ends', 'expires', action.expires),
        text('Conditions', 'conditions', action.conditions),
        fact('Status', 'status', action.status, <TextOrNotStated>{actionStatusLabels[action.status]}</TextOrNotStated>),
      ]}
    />
  )
}
