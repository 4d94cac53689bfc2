import { Button } from '#client/components/forms/button.tsx'
import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { SelectField, TextArea, TextField } from '#client/components/forms/text-field.tsx'
import type { EvidenceDraft } from './entry-draft.ts'
import { useField, useForm } from './form-context.ts'
import styles from './entry.module.css'
import { sourceLabel } from './source-draft.ts'

export type SupportedValue = { readonly name: string; readonly label: string }

/** One source's words for a row: which source, the quote, who is quoted, for which of the row's values. */
export const EvidencePiece = ({
  piece,
  values,
  onChange,
  onRemove,
}: {
  piece: EvidenceDraft
  values: readonly SupportedValue[]
  onChange: (patch: Partial<EvidenceDraft>) => void
  onRemove: () => void
}) => {
  const { sources, mainSource } = useForm()
  const { uid } = piece
  const main = sources.find(({ key }) => key === mainSource)
  const names = [...new Set([...values.map(({ name }) => name), ...piece.supports])]
  const labelOf = (name: string) => values.find((value) => value.name === name)?.label ?? name
  const toggle = (name: string, isOn: boolean) =>
    onChange({ supports: names.filter((other) => (other === name ? isOn : piece.supports.includes(other))) })
  return (
    <div className={styles.piece} id={uid} tabIndex={-1}>
      <SelectField
        {...useField(`${uid}-source`)}
        label="Source"
        value={piece.source === 'main' && mainSource === '' ? '' : piece.source}
        options={[
          ...(piece.source === '' || mainSource === '' ? [{ value: '', label: 'Choose a source' }] : []),
          ...(main === undefined ? [] : [{ value: 'main', label: `The main source: ${sourceLabel(main)}` }]),
          ...sources
            .filter(({ key }) => key !== mainSource || piece.source === key)
            .map((source) => ({ value: source.key, label: sourceLabel(source) })),
        ]}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <TextArea
        {...useField(`${uid}-quote`)}
        label="Quote"
        hint={piece.quote.trim() === '' ? 'The words of the source. Left empty, the register says: no words kept.' : 'The words of the source, as they stand there.'}
        rows={2}
        value={piece.quote}
        onChange={(event) => onChange({ quote: event.target.value, at: null })}
      />
      <div className={styles.pair}>
        <TextField
          {...useField(`${uid}-saidBy`)}
          label="Who is quoted"
          value={piece.saidBy}
          onChange={(event) => onChange({ saidBy: event.target.value })}
        />
        <TextField
          {...useField(`${uid}-asserts`)}
          label="What this source says instead"
          hint="Only where it differs from the value above."
          value={piece.asserts}
          onChange={(event) => onChange({ asserts: event.target.value })}
        />
      </div>
      {names.length < 2 ? null : (
        <fieldset className={styles.supports}>
          <legend>It supports</legend>
          {names.map((name) => (
            <Checkbox
              key={name}
              label={labelOf(name)}
              checked={piece.supports.includes(name)}
              onChange={(event) => toggle(name, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      <Button small kind="plain" onClick={onRemove}>
        Remove this source
      </Button>
    </div>
  )
}
