import { memo } from 'react'
import { SelectField, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { claimStateLabels, populationLabels, qualifierLabels, relationLabels, sexLabels } from '#contract/codes.ts'
import { CountryField } from '#client/components/entry/country-field.tsx'
import type { CountDraft } from './draft.ts'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import { useField } from '#client/components/entry/form-context.ts'
import { RemovableRow } from '#client/components/entry/removable-row.tsx'
import styles from '#client/components/entry/entry.module.css'
import { countLabel } from './row-labels.ts'
import { countValues } from './stated-values.ts'

const supported = [
  { name: 'best', label: 'The number' },
  { name: 'population', label: 'Who is counted' },
]

/** One claim of how many: of what, the number with its qualifier, who is counted, who says so. */
export const CountRow = memo(
  ({
    count,
    isOneOfSeveral,
    canBeRemoved,
    onChange,
    onRemove,
  }: {
    count: CountDraft
    /** Several claims of the same thing: one of them is the used one. */
    isOneOfSeveral: boolean
    canBeRemoved: boolean
    onChange: (uid: string, patch: Partial<CountDraft>) => void
    onRemove: (uid: string, name: string) => void
  }) => {
    const { uid, dimension, qualifier } = count
    const name = countLabel(count)
    const set = (field: keyof CountDraft) => (text: string) => onChange(uid, { [field]: text })
    const isBounded = qualifier === 'range' || qualifier === 'about'
    return (
      <RemovableRow uid={uid} title={name} name={name} {...(canBeRemoved ? { onRemove: () => onRemove(uid, name) } : {})}>
        <div className={styles.inline}>
          <CellField count={count} onText={set('cell')} />
          <Select id={`${uid}-qualifier`} label="Exactly or not" value={qualifier} labels={qualifierLabels} onText={set('qualifier')} />
          <NumberField id={`${uid}-best`} label="Number" value={count.best} onText={set('best')} />
          {isBounded ? (
            <>
              <NumberField id={`${uid}-lowest`} label="Lowest" value={count.lowest} onText={set('lowest')} />
              <NumberField id={`${uid}-highest`} label="Highest" value={count.highest} onText={set('highest')} />
            </>
          ) : null}
          <Select id={`${uid}-population`} label="Who is counted" value={count.population} labels={populationLabels} onText={set('population')} />
          <TextOf id={`${uid}-saidBy`} label="Said by" value={count.saidBy} onText={set('saidBy')} />
          {dimension === 'total' || dimension === 'destination' ? null : (
            <Select id={`${uid}-relation`} label="Relation to the total" value={count.relation} labels={relationLabels} onText={set('relation')} />
          )}
          {isOneOfSeveral || count.state !== 'used' ? (
            <Select
              id={`${uid}-state`}
              label="Standing of this count"
              value={count.state}
              labels={claimStateLabels}
              onText={set('state')}
            />
          ) : null}
        </div>
        {isOneOfSeveral ? <p className={styles.muted}>There are several claims of this: one of them is used.</p> : null}
        {qualifier === 'range' ? (
          <p className={styles.muted}>The number is the one used in sums; it lies within the two others.</p>
        ) : null}
        <EvidenceDisclosure
          of={name}
          evidence={count.evidence}
          current={countValues(count)}
          values={supported}
          onChange={(evidence) => onChange(uid, { evidence })}
        />
      </RemovableRow>
    )
  },
)

type TextProps = { id: string; label: string; value: string; onText: (text: string) => void }

const CellField = ({ count: { uid, dimension, cell }, onText }: { count: CountDraft; onText: (text: string) => void }) => {
  const id = `${uid}-cell`
  if (dimension === 'total') return null
  if (dimension === 'sex') return <Select id={id} label="Sex" value={cell} labels={{ '': 'Choose', ...knownSexes }} onText={onText} />
  if (dimension === 'offence_group') return <TextOf id={id} label="Group of offences" value={cell} onText={onText} />
  return <CountryField id={id} label={dimension === 'destination' ? 'Destination' : 'Nationality'} text={cell} onText={onText} />
}

const { not_stated: _, ...knownSexes } = sexLabels

const TextOf = ({ id, label, value, onText }: TextProps) => (
  <TextField {...useField(id)} label={label} value={value} autoComplete="off" onChange={(event) => onText(event.target.value)} />
)

const NumberField = ({ id, label, value, onText }: TextProps) => (
  <TextField
    {...useField(id)}
    label={label}
    value={value}
    inputMode="numeric"
    autoComplete="off"
    onChange={(event) => onText(event.target.value)}
  />
)

const Select = ({ id, label, value, labels, onText }: TextProps & { labels: Readonly<Record<string, string>> }) => (
  <SelectField
    {...useField(id)}
    label={label}
    value={value}
    options={optionsOf(labels)}
    onChange={(event) => onText(event.target.value)}
  />
)
