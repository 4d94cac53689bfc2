import { CountryField } from '#client/components/entry/country-field.tsx'
import { DateField } from '#client/components/entry/date-field.tsx'
import { useField } from '#client/components/entry/form-context.ts'
import { SelectField, TextArea, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import type { FieldShape } from '#contract/record-shape.ts'
import { hints } from './hints.ts'
import { LanguageField } from './language-field.tsx'
import { OtherRecordField } from './other-record-field.tsx'
import type { Typed } from './record-draft.ts'
import { ScriptField } from './script-field.tsx'

export type FieldProps = {
  readonly field: FieldShape
  readonly table: string
  readonly id: string
  /** What stands in all fields of the row: a name's letters tell of its language. */
  readonly values: Typed
  readonly onText: (text: string) => void
}

/** One field of a record, as its type is typed in. */
export const RecordField = (props: FieldProps) => {
  const { field, table, id, values, onText } = props
  const checked = useField(id)
  const text = values[field.name] ?? ''
  const hint = hints[`${table}.${field.name}`]
  const shared = { label: field.label, ...(hint === undefined ? {} : { hint }) }
  switch (field.type) {
    case 'date':
      return <DateField id={id} {...shared} text={text} onText={onText} />
    case 'country':
      return <CountryField id={id} {...shared} text={text} onText={onText} />
    case 'language':
      return <LanguageField {...props} />
    case 'script':
      return <ScriptField {...props} />
    case 'record':
      return <OtherRecordField {...props} />
    case 'code':
      return (
        <SelectField
          {...checked}
          {...shared}
          value={text}
          options={[...(field.unstated === undefined && (field.none !== undefined || text === '') ? [{ value: '', label: field.none ?? 'Choose' }] : []), ...optionsOf(field.labels ?? {})]}
          onChange={(event) => onText(event.target.value)}
        />
      )
    case 'long':
      return <TextArea {...checked} {...shared} rows={2} value={text} onChange={(event) => onText(event.target.value)} />
    default:
      return (
        <TextField
          {...checked}
          {...shared}
          value={text}
          autoComplete="off"
          {...(field.type === 'number' ? { inputMode: 'numeric' as const } : {})}
          onChange={(event) => onText(event.target.value)}
        />
      )
  }
}
