import type { ReactNode } from 'react'
import { AlsoAsserted } from '#client/components/values/also-asserted.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { Detainee } from '#contract/detainees.ts'
import { ArrestEntry, ChargeEntry, EndEntry, ReleaseEntry, SentenceEntry } from './life-entries.tsx'
import { type LifeRow, lifeRows } from './life-rows.ts'
import styles from './detainee.module.css'

/** A life in detention, entry by entry; what nothing places in time stands apart. */
export const DetaineeLife = ({ person }: { person: Detainee }) => {
  const { dated, undated } = lifeRows(person)
  return (
    <>
      {dated.length === 0 ? null : <Entries rows={dated} person={person} />}
      {undated.length === 0 ? null : (
        <>
          <h3 className={styles.undated}>{dated.length === 0 ? 'No date is stated for any of this' : 'When is not stated'}</h3>
          <Entries rows={undated} person={person} />
        </>
      )}
    </>
  )
}

const Entries = ({ rows, person }: { rows: readonly LifeRow[]; person: Detainee }) => (
  <ol className={styles.life}>
    {rows.map((row) => (
      <li key={row.key} className={styles[row.kind]}>
        <p className={styles.when}>
          <When row={row} person={person} />
        </p>
        <div className={styles.what}>
          <Entry row={row} person={person} />
        </div>
      </li>
    ))}
  </ol>
)

const Entry = ({ row, person }: { row: LifeRow; person: Detainee }): ReactNode => {
  switch (row.kind) {
    case 'arrest':
      return <ArrestEntry detention={row.detention} again={row.again} evidence={person.evidence} />
    case 'charge':
      return <ChargeEntry charge={row.charge} evidence={person.evidence} />
    case 'sentence':
      return <SentenceEntry sentence={row.sentence} evidence={person.evidence} />
    case 'transfer':
    case 'end':
      return <EndEntry detention={row.detention} isTransfer={row.kind === 'transfer'} evidence={person.evidence} />
    default:
      return <ReleaseEntry release={row.release} isRefusal={row.kind === 'refusal'} isNamed={person.names.length > 0} evidence={person.evidence} />
  }
}

/** The date as stated with what it rests on; that of a release rests on the sources of its event. */
const When = ({ row, person: { evidence } }: { row: LifeRow; person: Detainee }) => {
  if (row.date === null) return <TextOrNotStated>Not stated</TextOrNotStated>
  const on = (record: string, id: number, field: string, of: string) => {
    const found = evidenceFor(evidence, record, id, field)
    return (
      <>
        <EvidenceMark evidence={found} of={of} stated={row.date?.edtf !== null} />
        <AlsoAsserted evidence={found} field={field} shown={row.date?.edtf ?? null} />
      </>
    )
  }
  return (
    <>
      <StatedDateText date={row.date} />
      {row.kind === 'arrest' ? on('detention', row.detention.id, 'arrest', 'the date of arrest') : null}
      {row.kind === 'sentence' ? on('sentence', row.sentence.id, 'sentenced', 'the date of the sentence') : null}
      {row.kind === 'end' || row.kind === 'transfer'
        ? on('detention', row.detention.id, 'end', 'the date of the end of the detention')
        : null}
    </>
  )
}
