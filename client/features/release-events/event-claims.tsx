import { DataTable } from '#client/components/table/data-table.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { claimStateLabels, populationLabels, relationLabels } from '#contract/codes.ts'
import type { Claim, ReleaseEvent } from '#contract/release-events.ts'
import { claimNumber, claimSubject } from './claim-words.ts'
import styles from './release-event.module.css'

export const EventClaims = ({ event }: { event: ReleaseEvent }) => (
  <DataTable
    caption="Used claims make the numbers of this page; the others widen their band. A rejected claim does neither."
    rows={event.counts}
    rowKey={({ id }) => id}
    columns={[
      { key: 'of', label: 'Of what', cell: (claim) => claimSubject(claim, event.country) },
      {
        key: 'number',
        label: 'Number',
        number: true,
        cell: (claim) => (
          <>
            {claimNumber(claim)}
            <EvidenceMark
              evidence={evidenceFor(event.evidence, 'release_count', claim.id)}
              of={`the claim of ${claimNumber(claim)}`}
            />
          </>
        ),
      },
      {
        key: 'population',
        label: 'Population',
        cell: ({ population }) => <TextOrNotStated>{populationLabels[population]}</TextOrNotStated>,
      },
      { key: 'saidBy', label: 'Said by', cell: ({ saidBy }) => <TextOrNotStated>{saidBy}</TextOrNotStated> },
      { key: 'relation', label: 'Adds up', cell: ({ dimension, relation }) => (dimension === 'total' ? '–' : relationLabels[relation]) },
      { key: 'state', label: 'State', cell: (claim) => <State claim={claim} /> },
    ]}
  />
)

const State = ({ claim: { state } }: { claim: Claim }) =>
  state === 'used' ? <strong>{claimStateLabels[state]}</strong> : <span className={styles.unused}>{claimStateLabels[state]}</span>
