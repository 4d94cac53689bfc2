import { type ReactNode, memo, useCallback } from 'react'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import entry from '#client/components/entry/entry.module.css'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useForm } from '#client/components/entry/form-context.ts'
import { RemovableRow } from '#client/components/entry/removable-row.tsx'
import { useRemoval } from '#client/components/entry/use-removal.tsx'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import type { RowShape } from '#contract/record-shape.ts'
import { placeOf, withRow, withRowAdded, withRowRemoved } from './change-draft.ts'
import { type RecordDraft, type RowDraft, newRow } from './record-draft.ts'
import { RecordField } from './record-field.tsx'
import { rowName } from './row-name.ts'
import { statedValues } from './typed-values.ts'

export type RowExtra = (row: RowDraft) => ReactNode

/** The rows of one list, in the record itself or in one of its rows, with a button for another. */
export const RowList = memo(
  ({
    shape,
    rows,
    within = null,
    of = '',
    extra,
  }: {
    shape: RowShape
    rows: readonly RowDraft[]
    /** The row they stand in, and what it is called where the list is spoken of. */
    within?: string | null
    of?: string
    /** Shown in each row, after its fields. */
    extra?: RowExtra
  }) => {
    const { change } = useForm<RecordDraft>()
    const addId = within === null ? `add-${shape.name}` : `${within}-add-${shape.name}`
    const { remove, undo } = useRemoval<RecordDraft>(addId)
    const changeRow = useCallback(
      (uid: string, step: (row: RowDraft) => RowDraft) => change((draft) => withRow(draft, uid, step)),
      [change],
    )
    const removeRow = useCallback(
      (uid: string, name: string) =>
        remove({
          name,
          without: (draft) => withRowRemoved(draft, uid),
          putBack: (now, before) => {
            const place = placeOf(before, uid)
            return place === null ? now : withRowAdded(now, place.within, place.list, place.row, place.at)
          },
        }),
      [remove],
    )
    const add = () => {
      const row = newRow(shape)
      change((draft) => withRowAdded(draft, within, shape.name, row))
      focusSoon(`${row.uid}-${shape.fields[0]?.name ?? ''}`)
    }
    return (
      <div className={entry.group}>
        {rows.map((row, index) => (
          <OneRow
            key={row.uid}
            shape={shape}
            row={row}
            name={rowName(shape, row, index)}
            onChange={changeRow}
            onRemove={removeRow}
            {...(extra === undefined ? {} : { extra })}
          />
        ))}
        {undo}
        <Button id={addId} small onClick={add}>
          Add {rows.length === 0 ? 'a' : 'another'} {shape.noun}
          {of === '' ? null : <VisuallyHidden> to {of}</VisuallyHidden>}
        </Button>
      </div>
    )
  },
)

const OneRow = memo(
  ({
    shape,
    row,
    name,
    onChange,
    onRemove,
    extra,
  }: {
    shape: RowShape
    row: RowDraft
    name: string
    onChange: (uid: string, step: (row: RowDraft) => RowDraft) => void
    onRemove: (uid: string, name: string) => void
    extra?: RowExtra
  }) => {
    const { uid, values, evidence, lists } = row
    const wide = shape.fields.filter(({ type }) => type === 'long')
    const narrow = shape.fields.filter(({ type }) => type !== 'long')
    const fieldOf = (field: (typeof shape.fields)[number]) => (
      <RecordField
        key={field.name}
        field={field}
        table={shape.table}
        id={`${uid}-${field.name}`}
        values={values}
        onText={(text) => onChange(uid, (now) => ({ ...now, values: { ...now.values, [field.name]: text } }))}
      />
    )
    return (
      <RemovableRow uid={uid} title={name} name={name} onRemove={() => onRemove(uid, name)}>
        <div className={entry.grid}>{narrow.map(fieldOf)}</div>
        {wide.map(fieldOf)}
        {extra?.(row)}
        <EvidenceDisclosure
          of={name}
          evidence={evidence}
          current={statedValues(shape, values)}
          values={shape.fields.filter((field) => shape.supported.includes(field.name)).map((field) => ({ name: field.name, label: field.label }))}
          onChange={(next) => onChange(uid, (now) => ({ ...now, evidence: next }))}
        />
        {shape.parts.map((part) => (
          <RowList key={part.name} shape={part} rows={lists[part.name] ?? []} within={uid} of={name} />
        ))}
      </RemovableRow>
    )
  },
)
