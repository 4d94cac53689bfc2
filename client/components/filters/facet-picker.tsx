import { useEffect, useRef } from 'react'
import type { Facet } from '#contract/facets.ts'
import { FacetChoices } from './facet-choices.tsx'
import styles from './filters.module.css'

/** A facet folded into a button, for a bar of filters. */
export const FacetPicker = (props: {
  facet: Facet
  legend: string
  label: (value: string) => string
  onToggle: (value: string) => void
}) => {
  const box = useRef<HTMLDetailsElement>(null)
  const chosen = props.facet.values.filter((value) => value.chosen).length
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && box.current?.contains(event.target) === false
      if (isOutside) box.current?.removeAttribute('open')
    }
    const element = box.current
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      element?.removeAttribute('open')
      element?.querySelector('summary')?.focus()
    }
    element?.addEventListener('keydown', closeByKey)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      element?.removeEventListener('keydown', closeByKey)
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
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
