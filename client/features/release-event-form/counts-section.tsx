import { memo } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { withRowAdded } from './change-draft.ts'
import { CountRow } from './count-row.tsx'
import type { CountDraft, Draft } from './draft.ts'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useForm } from '#client/components/entry/form-context.ts'
import { newCount } from './new-rows.ts'
import styles from '#client/components/entry/entry.module.css'
import { useRows } from './use-rows.tsx'

const groups = [
  { dimensions: ['total'], add: [] },
  { dimensions: ['destination'], add: [{ dimension: 'destination', label: 'Add a destination' }] },
  {
    dimensions: ['nationality', 'sex', 'offence_group'],
    add: [
      { dimension: 'nationality', label: 'Add a nationality' },
      { dimension: 'sex', label: 'Add a sex' },
      { dimension: 'offence_group', label: 'Add a group of offences' },
    ],
  },
] as const

const cellKey = ({ dimension, cell }: CountDraft): string => `${dimension} ${cell.trim().toLowerCase()}`

/** How many: in all, by destination, by whatever else a source counts. `hints` say whether the parts make the total. */
export const CountsSection = memo(({ counts, hints }: { counts: readonly CountDraft[]; hints: readonly string[] }) => {
  const { change } = useForm<Draft>()
  const { changeRow, removeRow, undo } = useRows('counts', 'add-destination')
  const several = new Set(counts.map(cellKey).filter((key, index, all) => all.indexOf(key) !== index))
  const totals = counts.filter(({ dimension }) => dimension === 'total')
  const add = (count: CountDraft, field: string) => {
    change((draft) => {
      const after = draft.counts.findLastIndex(({ dimension }) => dimension === count.dimension)
      return withRowAdded(draft, 'counts', count, after === -1 ? Infinity : after + 1)
    })
    focusSoon(`${count.uid}-${field}`)
  }
  // Who is counted is mostly the same throughout one source.
  const population = totals[0]?.population ?? 'not_stated'
  return (
    <Section title="How many" note="Only what a source says: nothing is worked out by subtraction">
      {groups.map((group) => (
        <div key={group.dimensions[0]} className={styles.group}>
          {counts
            .filter(({ dimension }) => (group.dimensions as readonly string[]).includes(dimension))
            .map((count) => (
              <CountRow
                key={count.uid}
                count={count}
                isOneOfSeveral={several.has(cellKey(count))}
                canBeRemoved={count.dimension !== 'total' || totals.length > 1}
                onChange={changeRow}
                onRemove={removeRow}
              />
            ))}
          <div className={styles.buttons}>
            {group.add.map(({ dimension, label }) => (
              <Button
                key={dimension}
                small
                {...(dimension === 'destination' ? { id: 'add-destination' } : {})}
                onClick={() => add(newCount(dimension, { population }), 'cell')}
              >
                {label}
              </Button>
            ))}
            {group.dimensions[0] === 'total' ? (
              <Button small onClick={() => add(newCount('total', { state: 'other', population }), 'best')}>
                Add another claim of the total
              </Button>
            ) : null}
          </div>
        </div>
      ))}
      {undo}
      <output aria-label="Whether the parts make the total" className={hints.length === 0 ? undefined : styles.hints}>
        {hints.map((hint) => (
          <span key={hint}>{hint}</span>
        ))}
      </output>
    </Section>
  )
})
