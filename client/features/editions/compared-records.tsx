import { Link } from '@tanstack/react-router'
import { type ComparedKind, type ComparedRecord, type EditionComparison, comparedKindLabels } from '#contract/compare.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { Section } from '#client/components/layout/section.tsx'
import { RecordChanges } from './record-changes.tsx'
import styles from './editions.module.css'

const pages = {
  detainee: '/detainees/$id',
  release_event: '/release-events/$id',
  sanctions_action: '/sanctions-actions/$id',
  source: '/sources/$id',
} as const

type Fate = 'added' | 'corrected' | 'merged' | 'withdrawn'

const fateTitles: Readonly<Record<Fate, string>> = { added: 'Added', corrected: 'Corrected', merged: 'Merged', withdrawn: 'Withdrawn' }

/** What was added, corrected, merged and withdrawn, each with its records by kind; nothing for what did not happen. */
export const ComparedRecords = ({ comparison: { kinds, from, to } }: { comparison: EditionComparison }) => (
  <>
    <Part fate="added" kinds={kinds}>
      {({ kind, added }) => <Records list={added}>{(record) => <RecordLink kind={kind} record={record} edition={to.number} />}</Records>}
    </Part>
    <Part fate="corrected" kinds={kinds}>
      {({ kind, corrected }) => (
        <Records list={corrected}>
          {(record) => (
            <>
              <RecordLink kind={kind} record={record} edition={to.number} />
              <RecordChanges changes={record.changes} />
              <p className={styles.rows}>
                <Link to={pages[kind]} params={{ id: record.ref }} search={{ edition: String(from.number) }}>
                  {record.ref} as it was in edition {from.number}
                </Link>
              </p>
            </>
          )}
        </Records>
      )}
    </Part>
    <Part fate="merged" kinds={kinds}>
      {({ kind, merged }) => (
        <Records list={merged}>
          {(record) => (
            <>
              {nameOf(record)} <span className={styles.ref}>{record.ref}</span> is the same as{' '}
              <RecordLink kind={kind} record={record.into} edition={to.number} />
            </>
          )}
        </Records>
      )}
    </Part>
    <Part fate="withdrawn" kinds={kinds}>
      {({ kind, withdrawn }) => (
        <Records list={withdrawn}>{(record) => <RecordLink kind={kind} record={record} edition={from.number} />}</Records>
      )}
    </Part>
  </>
)

const Part = ({ fate, kinds, children }: { fate: Fate; kinds: readonly ComparedKind[]; children: (kind: ComparedKind) => React.ReactNode }) => {
  const touched = kinds.filter((kind) => kind[fate].total > 0)
  return touched.length === 0 ? null : (
    <Section title={fateTitles[fate]}>
      {touched.map((kind) => (
        <div key={kind.kind}>
          <h3 className={styles.part}>
            {comparedKindLabels[kind.kind]}: {formatNumber(kind[fate].total)}
          </h3>
          {children(kind)}
        </div>
      ))}
    </Section>
  )
}

const Records = <Item extends ComparedRecord>({
  list: { total, records },
  children,
}: {
  list: { readonly total: number; readonly records: readonly Item[] }
  children: (record: Item) => React.ReactNode
}) => (
  <>
    <ul className={styles.records}>
      {records.map((record) => (
        <li key={record.id}>{children(record)}</li>
      ))}
    </ul>
    {records.length === total ? null : (
      <p className={styles.rows}>
        {formatNumber(records.length)} of {formatNumber(total)} are listed. Someone whose name is withheld is counted and not
        listed.
      </p>
    )}
  </>
)

const nameOf = ({ title, ref }: ComparedRecord): string => title ?? ref

const RecordLink = ({ kind, record, edition }: { kind: ComparedKind['kind']; record: ComparedRecord; edition: number }) => (
  <>
    <Link to={pages[kind]} params={{ id: record.ref }} search={{ edition: String(edition) }}>
      {nameOf(record)}
    </Link>
    {record.title === null ? null : <span className={styles.ref}> {record.ref}</span>}
  </>
)
