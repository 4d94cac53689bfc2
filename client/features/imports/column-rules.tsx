import { SelectField, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { type ImportKind, fieldOf } from '#contract/import-fields.ts'
import { type ColumnRule, dateOrderLabels, nameOrderLabels, serialLabels } from '#contract/import-settings.ts'
import styles from './imports.module.css'

/** The rules of one column: those that its kind of value has. */
export const ColumnRules = ({ kind, rule, name, onRule }: { kind: ImportKind; rule: ColumnRule; name: string; onRule: (rule: ColumnRule) => void }) => {
  const type = fieldOf(kind, rule.field)?.type
  return (
    <details className={styles.rules}>
      <summary>Rules of {name}</summary>
      <div className={styles.grid}>
        {type === 'name' ? (
          <SelectField
            label="Order of the name"
            options={optionsOf(nameOrderLabels)}
            value={rule.nameOrder}
            onChange={(event) => onRule({ ...rule, nameOrder: event.target.value === 'surname_first' ? 'surname_first' : 'as_written' })}
          />
        ) : null}
        {type === 'date' ? (
          <>
            <SelectField
              label="Dates in numbers"
              options={optionsOf(dateOrderLabels)}
              value={rule.dateOrder}
              onChange={(event) => onRule({ ...rule, dateOrder: event.target.value === 'month_first' ? 'month_first' : 'day_first' })}
            />
            <SelectField
              label="Numbers such as 45292"
              options={(['no', '1900', '1904'] as const).map((value) => ({ value, label: serialLabels[value] }))}
              value={rule.serials}
              onChange={(event) => onRule({ ...rule, serials: (['1900', '1904'] as const).find((one) => one === event.target.value) ?? 'no' })}
            />
          </>
        ) : null}
        <TextField
          label="Words for nothing"
          hint="Parted by bars |"
          value={rule.blanks.join(' | ')}
          onChange={(event) => onRule({ ...rule, blanks: event.target.value.split('|').map((word) => word.trim().slice(0, 60)).slice(0, 50) })}
          onBlur={() => onRule({ ...rule, blanks: rule.blanks.filter((word) => word !== '') })}
        />
      </div>
    </details>
  )
}
