import { Link } from '@tanstack/react-router'
import { type ComparedKind, type ComparedRecord, comparedKindLabels } from '#contract/compare.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { Section } from '#client/components/layout/section.tsx'
import { type FieldWords, changeWords } from './change-words.ts'
import styles from './editions.module.css'

const pages = {
  detainee: '/detainees/$id',
  release_event: '/release-events/$id',
  sanctions_action: '/sanctions-actions/$id',
  source: '/sources/$id',
} as const

/** What happened to the records of one kind; nothing where nothing did. */
export const ComparedRecords = ({ kind: compared, from, to }: { kind: ComparedKind; from: number; to: number }) => {
  const { kind, added, corrected, merged, withdrawn } = compared
  if (added.total + corrected.total + merged.total + withdrawn.total === 0) return null
  const linked = (record: ComparedRecord, edition: number) => <RecordLink kind={kind} record={record} edition={edition} />
  return (
    <Section title={comparedKindLabels[kind]}>
      <Part title="Added" list={added}>
        {(record) => linked(record, to)}
      </Part>
      <Part title="Corrected" list={corrected}>
        {(record) => (
          <details>
            <summary>
              {nameOf(record)} <span className={styles.ref}>{record.ref}</span>
            </summary>
            <Changes changes={record.changes.map(changeWords)} />
            <p>
              {linked(record, from)} in edition {from} · {linked(record, to)} in edition {to}
            </p>
          </details>
        )}
      </Part>
      <Part title="Merged" list={merged}>
        {(record) => (
          <>
            {nameOf(record)} <span className={styles.ref}>{record.ref}</span> is the same as {linked(record.into, to)}
          </>
        )}
      </Part>
      <Part title="Withdrawn" list={withdrawn}>
        {(record) => linked(record, from)}
      </Part>
    </Section>
  )
}

const Part = <Item extends ComparedRecord>({
  title,
  list: { total, records },
  children,
}: {
  title: string
  list: { readonly total: number; readonly records: readonly Item[] }
  children: (record: Item) => React.ReactNode
}) =>
  total === 0 ? null : (
    <>
      <h3 className={styles.part}>
        {title}: {formatNumber(total)}
      </h3>
      <ul className={styles.records}>
        {records.map((record) => (
          <li key={record.id}>{children(record)}</li>
        ))}
      </ul>
      {records.length === total ? null : (
        <p className={styles.rows}>
          {formatNumber(records.length)} of {formatNumber(total)} are listed. Someone whose name is withheld is counted and
          not listed.
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

const Changes = ({ changes }: { changes: readonly FieldWords[] }) => (
  <ul className={styles.changes}>
    {changes.map(({ key, field, before, after }) => (
      <li key={key}>
        {field}: {before === null ? 'not stated' : <del>{before}</del>} → {after === null ? 'not stated' : <ins>{after}</ins>}
      </li>
    ))}
  </ul>
)
