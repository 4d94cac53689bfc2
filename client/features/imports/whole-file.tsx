import { SelectField, optionsOf } from '#client/components/forms/text-field.tsx'
import { visibilityLabels } from '#contract/codes.ts'
import { countryCodes, countryName } from '#contract/countries.ts'
import styles from './imports.module.css'
import type { Settings } from './settings.ts'

const countries = [
  { value: '', label: 'None: each row says its own' },
  ...countryCodes.map((code) => ({ value: code, label: countryName(code) })).toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
]

/** What holds for every row of the file. */
export const WholeFile = ({ settings, onChange }: { settings: Settings; onChange: (patch: Partial<Settings>) => void }) => (
  <div className={styles.grid}>
    <SelectField
      label="Country of rows that say none"
      options={countries}
      value={settings.country ?? ''}
      onChange={(event) => onChange({ country: event.target.value === '' ? null : event.target.value })}
    />
    {settings.kind === 'release_events' ? null : (
      <SelectField
        label="New people are shown as"
        options={optionsOf(visibilityLabels)}
        value={settings.visibility}
        onChange={(event) => onChange({ visibility: (['name_withheld', 'withheld'] as const).find((one) => one === event.target.value) ?? 'public' })}
      />
    )}
  </div>
)
