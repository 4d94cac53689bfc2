import { SelectField, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { delimiterLabels, encodingNames } from '#contract/import-settings.ts'
import type { ImportPreview } from '#contract/import-view.ts'
import styles from './imports.module.css'
import type { Settings } from './settings.ts'

const encodingOptions = (guessed: string | null) => [
  { value: '', label: `Guessed: ${guessed ?? 'unknown'}` },
  ...encodingNames.map((name) => ({ value: name, label: name })),
]

/** How the bytes become a table. A changed encoding, delimiter or sheet opens the file anew. */
export const FileReading = ({
  preview,
  settings,
  onChange,
  onReopen,
}: {
  preview: ImportPreview
  settings: Settings
  onChange: (patch: Partial<Settings>) => void
  onReopen: (patch: Partial<Settings>) => void
}) => (
  <div className={styles.grid}>
    {preview.format === 'csv' ? (
      <>
        <SelectField
          label="Encoding"
          options={encodingOptions(preview.encoding)}
          value={settings.encoding ?? ''}
          onChange={(event) => onReopen({ encoding: encodingNames.find((name) => name === event.target.value) ?? null })}
        />
        <SelectField
          label="Cells are parted by"
          options={[{ value: '', label: `Guessed: ${delimiterLabels[preview.delimiter as keyof typeof delimiterLabels] ?? 'comma'}` }, ...optionsOf(delimiterLabels)]}
          value={settings.delimiter ?? ''}
          onChange={(event) => onReopen({ delimiter: ([',', ';', '\t', '|'] as const).find((one) => one === event.target.value) ?? null })}
        />
      </>
    ) : null}
    {preview.sheets.length > 1 ? (
      <SelectField
        label="Sheet"
        options={preview.sheets.map((name) => ({ value: name, label: name }))}
        value={settings.sheet ?? preview.sheets[0] ?? ''}
        onChange={(event) => onReopen({ sheet: event.target.value })}
      />
    ) : null}
    <TextField
      label="Row with the names of the columns"
      hint="Rows above it are passed over; 0 where there is none"
      type="number"
      min={0}
      max={1000}
      value={settings.headerRow}
      onChange={(event) => onChange({ headerRow: Math.max(0, Math.min(1000, Math.trunc(Number(event.target.value) || 0))) })}
    />
  </div>
)
