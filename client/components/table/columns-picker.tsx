import { changed, type SearchText } from '#client/lib/search-params.ts'
import { useFoldAway } from '#client/lib/use-fold-away.ts'
import { FilterCheckbox } from '../filters/filter-checkbox.tsx'
import { toggledColumns } from './choose-columns.ts'
import styles from './list-tools.module.css'

type Named = { readonly key: string; readonly label: string }

/** Which columns a list shows; the choice is kept in the address. */
export const ColumnsPicker = ({
  all,
  shown,
  defaults,
  kept,
  go,
}: {
  all: readonly Named[]
  shown: readonly Named[]
  /** Keys of the columns that are shown when nobody has chosen. */
  defaults: readonly string[]
  kept: SearchText
  go: (next: SearchText) => void
}) => {
  const box = useFoldAway()
  return (
    <details ref={box} className={styles.fold}>
      <summary>
        Columns: {shown.length} of {all.length}
      </summary>
      <fieldset className={styles.panel}>
        <legend>Columns to show</legend>
        {all.slice(1).map(({ key, label }) => (
          <FilterCheckbox
            key={key}
            label={label}
            checked={shown.some((column) => column.key === key)}
            onChange={() => go(changed(kept, { columns: toggledColumns(all, shown, key, defaults), cursor: kept['cursor'] }))}
          />
        ))}
      </fieldset>
    </details>
  )
}
