import { formatNumber } from '#contract/charts/format-count.ts'
import type { Facet } from '#contract/facets.ts'
import { FilterCheckbox } from './filter-checkbox.tsx'
import styles from './filters.module.css'

/** The values of one facet with their counts; a value that would find nothing is greyed. */
export const FacetChoices = ({
  facet,
  legend,
  label,
  onToggle,
  most = 12,
}: {
  facet: Facet
  legend: string
  label: (value: string) => string
  onToggle: (value: string) => void
  /** How many values are in view before the rest is folded away. */
  most?: number
}) => {
  const choice = ({ value, count, chosen }: Facet['values'][number]) => (
    <div key={value} className={styles.row}>
      <FilterCheckbox
        checked={chosen}
        onChange={() => onToggle(value)}
        label={
          <>
            <span className={count === 0 ? styles.zero : undefined}>{label(value)}</span>
            <span className={styles.facetCount}>{formatNumber(count)}</span>
          </>
        }
      />
    </div>
  )
  const inView = facet.values.filter(({ chosen }, index) => chosen || index < most)
  const folded = facet.values.filter((value) => !inView.includes(value))
  return (
    <fieldset>
      <legend>{legend}</legend>
      {inView.map(choice)}
      {folded.length === 0 ? null : (
        <details>
          <summary>{folded.length} more</summary>
          {folded.map(choice)}
        </details>
      )}
    </fieldset>
  )
}
