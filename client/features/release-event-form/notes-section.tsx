import { memo } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { SelectField, TextArea, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { noteKindLabels } from '#contract/codes.ts'
import { withRowAdded } from './change-draft.ts'
import type { Draft, NoteDraft } from './draft.ts'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useField, useForm } from '#client/components/entry/form-context.ts'
import { newNote } from './new-rows.ts'
import { RemovableRow } from '#client/components/entry/removable-row.tsx'
import styles from '#client/components/entry/entry.module.css'
import { noteValues } from './stated-values.ts'
import { useRows } from './use-rows.tsx'

/** What was said around it: the negotiation, reactions, conditions. */
export const NotesSection = memo(({ notes }: { notes: readonly NoteDraft[] }) => {
  const { change } = useForm<Draft>()
  const { changeRow, removeRow, undo } = useRows('notes', 'add-note')
  const add = () => {
    const note = newNote()
    change((draft) => withRowAdded(draft, 'notes', note))
    focusSoon(`${note.uid}-kind`)
  }
  return (
    <Section title="Notes" note="Negotiation, reactions, conditions, with who said it">
      {notes.map((note, index) => (
        <NoteRow key={note.uid} note={note} name={`Note ${index + 1}`} onChange={changeRow} onRemove={removeRow} />
      ))}
      {undo}
      <Button id="add-note" small onClick={add}>
        Add a note
      </Button>
    </Section>
  )
})

const NoteRow = memo(
  ({
    note,
    name,
    onChange,
    onRemove,
  }: {
    note: NoteDraft
    name: string
    onChange: (uid: string, patch: Partial<NoteDraft>) => void
    onRemove: (uid: string, name: string) => void
  }) => {
    const { uid } = note
    return (
      <RemovableRow uid={uid} title={name} name={name} onRemove={() => onRemove(uid, name)}>
        <div className={styles.inline}>
          <SelectField
            {...useField(`${uid}-kind`)}
            label="About"
            value={note.kind}
            options={[{ value: '', label: 'Choose' }, ...optionsOf(noteKindLabels)]}
            onChange={(event) => onChange(uid, { kind: event.target.value })}
          />
          <TextField
            {...useField(`${uid}-saidBy`)}
            label="Note said by"
            value={note.saidBy}
            onChange={(event) => onChange(uid, { saidBy: event.target.value })}
          />
          <TextField
            {...useField(`${uid}-saidByRole`)}
            label="In what role"
            value={note.saidByRole}
            onChange={(event) => onChange(uid, { saidByRole: event.target.value })}
          />
        </div>
        <TextArea
          {...useField(`${uid}-text`)}
          label="What was said or done"
          rows={3}
          value={note.text}
          onChange={(event) => onChange(uid, { text: event.target.value })}
        />
        <EvidenceDisclosure
          of={name}
          evidence={note.evidence}
          current={noteValues(note)}
          values={[{ name: 'text', label: 'The note' }]}
          onChange={(evidence) => onChange(uid, { evidence })}
        />
      </RemovableRow>
    )
  },
)
