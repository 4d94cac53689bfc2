import { type SearchText, changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { listSources } from '#contract/sources.ts'
import { SelectField } from '../forms/text-field.tsx'
import styles from './filters.module.css'

/** The one source whose words alone count, of all. */
export const SourceChoice = ({ kept, go }: { kept: SearchText; go: (next: SearchText) => void }) => {
  const { data } = useAnswer(listSources, { query: { limit: 200 } })
  const chosen = (kept['source'] ?? '').replace('SRC-', '')
  const sources = data?.data ?? []
  return (
    <div className={styles.source}>
      <SelectField
        label="As one source tells it"
        value={chosen}
        onChange={(event) => go(changed(kept, { source: event.target.value }))}
        options={[
          { value: '', label: 'All sources' },
          ...sources.map(({ id, ref, title, publisher }) => ({
            value: String(id),
            label: `${ref} ${publisher ?? title ?? ''}`.trim(),
          })),
          // A source beyond the first two hundred is still the one that is chosen.
          ...(chosen === '' || sources.some(({ id }) => String(id) === chosen) ? [] : [{ value: chosen, label: `SRC-${chosen}` }]),
        ]}
      />
    </div>
  )
}
