import { memo } from 'react'
import { SelectField, TextArea } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { Section } from '#client/components/layout/section.tsx'
import type { Draft } from './draft.ts'
import { useField, useForm } from './form-context.ts'
import styles from './release-event-form.module.css'

const forNew = [
  { value: 'new', label: 'New: it has just become known' },
  { value: 'late_discovery', label: 'Late discovery: it happened earlier and was missed' },
]
const forExisting = [
  { value: 'correction', label: 'Correction' },
  { value: 'late_discovery', label: 'Late discovery: something that was missed' },
  { value: 'retraction', label: 'Retraction: take this release event out of the register' },
]

/** What kind of change it is and why, for the reviewer and for the history. */
export const ReasonSection = memo(
  ({ changeKind, reason, isNew }: Pick<Draft, 'changeKind' | 'reason'> & { isNew: boolean }) => {
    const { change } = useForm()
    return (
      <Section title="For the reviewer">
        <div className={styles.end}>
          <SelectField
            {...useField('event-kind')}
            label="Kind of change"
            value={changeKind}
            options={isNew ? forNew : forExisting}
            onChange={(event) => {
              const kind = [...forNew, ...forExisting].find(({ value }) => value === event.target.value)?.value
              change((draft) => ({ ...draft, changeKind: (kind ?? draft.changeKind) as Draft['changeKind'] }))
            }}
          />
          {changeKind === 'retraction' ? (
            <Notice tone="caution">
              Once approved, this release event and everything in it leaves the register. The history keeps it. Other
              changes in this form are not made.
            </Notice>
          ) : null}
          <TextArea
            {...useField('event-reason')}
            label="Reason for this change"
            hint="In a few words; it stays in the history."
            rows={2}
            value={reason}
            onChange={(event) => change((draft) => ({ ...draft, reason: event.target.value }))}
          />
        </div>
      </Section>
    )
  },
)
