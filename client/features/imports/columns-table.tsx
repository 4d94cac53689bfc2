import { useId } from 'react'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { importFields } from '#contract/import-fields.ts'
import type { ColumnRule } from '#contract/import-settings.ts'
import type { ImportPreview } from '#contract/import-view.ts'
import { ColumnRules } from './column-rules.tsx'
import { columnLetters } from './import-words.ts'
import styles from './imports.module.css'
import { type Settings, newRule } from './settings.ts'

type Shown = { readonly column: number; readonly header: string; readonly samples: string; readonly rule: ColumnRule | null }

const shownColumns = ({ rows }: ImportPreview, { headerRow, columns }: Settings): Shown[] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const header = rows.find(({ number }) => number === headerRow)?.cells ?? []
  const body = rows.filter(({ number }) => number > headerRow)
  return Array.from({ length: width }, (_, column) => ({
    column,
    header: header[column] ?? '',
    samples: [...new Set(body.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== ''))].slice(0, 3).join(' · ').slice(0, 120),
    rule: columns.find((rule) => rule.column === column) ?? null,
  }))
}

/** Which column holds what, and by which rules its cells are read. */
export const ColumnsTable = ({ preview, settings, onChange }: { preview: ImportPreview; settings: Settings; onChange: (patch: Partial<Settings>) => void }) => {
  const set = (column: number, rule: ColumnRule | null) =>
    onChange({ columns: [...settings.columns.filter((other) => other.column !== column), ...(rule === null ? [] : [rule])].toSorted((a, b) => a.column - b.column) })
  const columns: readonly Column<Shown>[] = [
    { key: 'header', label: 'Column', cell: ({ column, header }) => <>{columnLetters(column)} {header}</> },
    { key: 'samples', label: 'Holds', cell: ({ samples }) => <span className={styles.samples}>{samples === '' ? '–' : samples}</span> },
    {
      key: 'field',
      label: 'Means',
      cell: (shown) => <FieldChoice shown={shown} settings={settings} onRule={(rule) => set(shown.column, rule)} />,
    },
    {
      key: 'rules',
      label: 'Rules',
      cell: ({ rule, column, header }) =>
        rule === null ? '–' : <ColumnRules kind={settings.kind} rule={rule} name={`${columnLetters(column)} ${header}`} onRule={(next) => set(column, next)} />,
    },
  ]
  return (
    <div id="import-columns" tabIndex={-1}>
      <DataTable caption="Columns of the file" columns={columns} rows={shownColumns(preview, settings)} rowKey={({ column }) => column} />
    </div>
  )
}

const FieldChoice = ({ shown, settings, onRule }: { shown: Shown; settings: Settings; onRule: (rule: ColumnRule | null) => void }) => {
  const id = useId()
  const { column, header, rule } = shown
  const taken = new Set(settings.columns.filter((other) => other.column !== column).map(({ field }) => field))
  return (
    <select
      id={id}
      aria-label={`What column ${columnLetters(column)} ${header} means`}
      className={styles.select}
      value={rule?.field ?? ''}
      onChange={(event) => onRule(event.target.value === '' ? null : { ...(rule ?? newRule(column, '')), field: event.target.value })}
    >
      <option value="">Not imported</option>
      {importFields[settings.kind].map(({ key, label }) => (
        <option key={key} value={key} disabled={taken.has(key)}>
          {label}
        </option>
      ))}
    </select>
  )
}
