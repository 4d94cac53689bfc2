import type { EditionComparison } from '#contract/compare.ts'
import { comparedKindLabels, protectionLabels } from '#contract/compare.ts'
import { counted, formatNumber } from '#contract/charts/format-count.ts'
import { PublishedDay } from '#client/components/layout/published-day.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { ComparedRecords } from './compared-records.tsx'
import { changedInAll } from './comparison-words.ts'
import { Headlines } from './headlines.tsx'
import styles from './editions.module.css'

export const Comparison = ({ comparison }: { comparison: EditionComparison }) => {
  const { from, to, kinds, protections } = comparison
  return (
    <>
      <ul className={styles.both}>
        {[from, to].map((edition, index) => (
          <li key={index === 0 ? 'from' : 'to'}>
            <strong>Edition {edition.label}</strong>, published <PublishedDay at={edition.publishedAt} />. {edition.note}
          </li>
        ))}
      </ul>
      <p className={styles.inAll}>{changedInAll(kinds)}</p>
      <Section title="The headline numbers" note="Each bar begins where the one before it ends">
        <Headlines comparison={comparison} />
      </Section>
      <ComparedRecords comparison={comparison} />
      <Section title="Removed to protect someone">
        {protections.length === 0 ? (
          <p>Nobody of these two editions had to be protected since they came out.</p>
        ) : (
          <ul className={styles.plain}>
            {protections.map(({ reason, first, second }) => (
              <li key={reason}>
                {protectionLabels[reason]}: {counted(first, 'person', 'people')} of edition {from.number}, {formatNumber(second)} of
                edition {to.number}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.rows}>
          Counted since each edition came out; someone who was in both counts in both. Who was protected is said nowhere. They are taken out of the older editions too, which is why an edition can have
          revisions.
        </p>
      </Section>
      <Section title="How the records add up">
        <DataTable
          caption="Before, plus added, less merged, withdrawn and protected, is after. Corrected records are in both."
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', label: 'Records', cell: ({ kind }) => comparedKindLabels[kind] },
            { key: 'before', label: `Edition ${from.label}`, number: true, cell: ({ before }) => formatNumber(before) },
            { key: 'added', label: 'Added', number: true, cell: ({ added }) => formatNumber(added.total) },
            { key: 'merged', label: 'Merged', number: true, cell: ({ merged }) => formatNumber(merged.total) },
            { key: 'withdrawn', label: 'Withdrawn', number: true, cell: ({ withdrawn }) => formatNumber(withdrawn.total) },
            { key: 'protected', label: 'Protected', number: true, cell: (kind) => formatNumber(kind.protected) },
            { key: 'after', label: `Edition ${to.label}`, number: true, cell: ({ after }) => formatNumber(after) },
            { key: 'corrected', label: 'Corrected', number: true, cell: ({ corrected }) => formatNumber(corrected.total) },
          ]}
        />
      </Section>
    </>
  )
}
