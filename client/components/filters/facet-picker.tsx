import type { Facet } from '#contract/facets.ts'
import { useFoldAway } from '#client/lib/use-fold-away.ts'
import { FacetChoices } from './facet-choices.tsx'
import styles from './filters.module.css'

/** A facet folded into a button, for a bar of filters. */
export const FacetPicker = (props: {
  facet: Facet
  legend: string
  label: (value: string) => string
  onToggle: (value: string) => void
}) => {
  const box = useFoldAway()
  const chosen = props.facet.values.filter((value) => value.chosen).length
  return (
    <details ref={box} className={styles.picker}>
      <summary>
        {props.legend}
        {chosen === 0 ? '' : `: ${chosen} chosen`}
      </summary>
      <div className={styles.panel}>
        <FacetChoices {...props} most={30} />
      </div>
    </details>
  )
}
