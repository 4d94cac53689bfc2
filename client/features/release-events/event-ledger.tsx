import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText, IntervalText } from '#client/components/values/count-text.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { placeWords } from '#contract/charts/place-words.ts'
import type { Count, Interval } from '#contract/common.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import { ledgerSentence, leftOverSentence } from './ledger-sentence.ts'
import styles from './release-event.module.css'

type Row = {
  readonly key: string
  readonly label: string
  /** `undefined`, here and below, where the question makes no sense. */
  readonly claimed: Count | null | undefined
  readonly named: number
  readonly unnamed: Interval | null | undefined
}

/** Claimed, on record and not on record, by destination: what is known of how many, and what is not. */
export const EventLedger = ({ event }: { event: ReleaseEvent }) => {
  const { ledger, country } = event
  const sentence = ledgerSentence(ledger, country, withheldIn(event))
  const claimsOf = (dimension: string, cell: string) =>
    event.counts
      .filter((claim) => claim.dimension === dimension && claim.cell === cell && claim.state !== 'rejected')
      .flatMap(({ id }) => evidenceFor(event.evidence, 'release_count', id, 'best', 'lowest', 'highest'))
  const mark = (row: Row) => {
    const of = row.key === 'all' ? 'the total' : `the number for ${row.label}`
    const evidence = row.key === 'all' ? claimsOf('total', 'all') : claimsOf('destination', row.key)
    const best = row.claimed === null || row.claimed === undefined ? null : String(row.claimed.best)
    return <EvidenceMark evidence={evidence} of={of} stated={best !== null} shown={{ best }} />
  }
  return (
    <>
      <p className={styles.sentence}>{sentence}</p>
      <DataTable
        caption="Claimed is what sources report; on record are people of the register, whether their name is shown or withheld; not on record is what is left, as a range where it cannot be known."
        rows={rowsOf(event)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', label: 'Where', cell: ({ label }) => label },
          {
            key: 'claimed',
            label: 'Claimed',
            number: true,
            cell: (row) =>
              row.claimed === undefined ? (
                '–'
              ) : (
                <>
                  <CountText count={row.claimed} />
                  {mark(row)}
                </>
              ),
          },
          { key: 'named', label: 'On record', number: true, cell: ({ named }) => formatNumber(named) },
          {
            key: 'unnamed',
            label: 'Not on record',
            number: true,
            cell: ({ unnamed }) => (unnamed === undefined ? '–' : <IntervalText interval={unnamed} />),
          },
        ]}
      />
      {ledger.notPlaced === null || ledger.notPlaced === 0 || ledger.byDestination.every(({ claimed }) => claimed === null) ? null : (
        <p className={styles.aside}>
          {ledger.notPlaced > 0
            ? leftOverSentence(ledger, ledger.notPlaced)
            : `The numbers by place exceed the total by ${formatNumber(-ledger.notPlaced)}: they come from different claims.`}
        </p>
      )}
    </>
  )
}

const withheldIn = ({ people }: ReleaseEvent): number => new Set(people.flatMap(({ detainee }) => (detainee.name === null ? [detainee.id] : []))).size

/** True where one of those without a destination may have one that is withheld with the name. */
const hidesPlace = ({ people }: ReleaseEvent): boolean =>
  people.some(({ detainee, destination, destinationState }) => detainee.name === null && destination === null && destinationState === 'not_stated')

const rowsOf = (event: ReleaseEvent): Row[] => {
  const { ledger, country } = event
  const placed = ledger.byDestination.reduce((sum, { named }) => sum + named, 0)
  const refused = ledger.named - placed - ledger.namedDestinationNotStated
  const only = (key: string, label: string, named: number): Row[] =>
    named === 0 ? [] : [{ key, label, claimed: undefined, named, unnamed: undefined }]
  return [
    ...ledger.byDestination.map(({ code, claimed, named, unnamed }) => ({
      key: code,
      label: placeWords(code, country),
      claimed,
      named,
      unnamed,
    })),
    ...only('not_stated', hidesPlace(event) ? 'Destination not stated or withheld' : 'Destination not stated', ledger.namedDestinationNotStated),
    ...only('refused', 'Refused to leave', refused),
    { key: 'all', label: 'In all', claimed: ledger.claimed, named: ledger.named, unnamed: ledger.unnamed },
  ]
}
