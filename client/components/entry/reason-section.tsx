import { memo } from 'react'
import { SelectField, TextArea } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { ChangeKind } from '#contract/proposal-kinds.ts'
import type { EntryDraft } from './entry-draft.ts'
import { useField, useForm } from './form-context.ts'
import styles from './entry.module.css'

const forNew = [
  { value: 'new', label: 'New: it has just become known' },
  { value: 'late_discovery', label: 'Late discovery: it happened earlier and was missed' },
]
const forExisting = (noun: string) => [
  { value: 'correction', label: 'Correction' },
  { value: 'late_discovery', label: 'Late discovery: something that was missed' },
  { value: 'retraction', label: `Retraction: take this ${noun} out of the register` },
]

/** What kind of change it is and why, for the reviewer and for the history. */
export const ReasonSection = memo(
  ({ changeKind, reason, isNew, noun }: Pick<EntryDraft, 'changeKind' | 'reason'> & { isNew: boolean; noun: string }) => {
    const { change } = useForm()
    return (
      <Section title="For the reviewer">
        <div className={styles.end}>
          <SelectField
            {...useField('entry-kind')}
            label="Kind of change"
            value={changeKind}
            options={isNew ? forNew : forExisting(noun)}
            onChange={(event) => {
              const kind = ChangeKind.safeParse(event.target.value)
              change((draft) => ({ ...draft, changeKind: kind.data ?? draft.changeKind }))
            }}
          />
          {changeKind === 'retraction' ? (
            <Notice tone="caution">
              Once approved, this {noun} and everything in it leaves the register. The history keeps it. Other
              changes in this form are not made.
            </Notice>
          ) : null}
          <TextArea
            {...useField('entry-reason')}
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
