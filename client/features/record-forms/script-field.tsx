import { useField } from '#client/components/entry/form-context.ts'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { scriptOf } from '#contract/names/language.ts'
import type { FieldProps } from './record-field.tsx'

const scripts: Readonly<Record<string, string>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Armn: 'Armenian',
  Deva: 'Devanagari',
  Geor: 'Georgian',
  Grek: 'Greek',
  Hang: 'Hangul',
  Hani: 'Han',
  Hebr: 'Hebrew',
  Hira: 'Hiragana',
  Kana: 'Katakana',
  Thai: 'Thai',
  Zyyy: 'Not stated',
}

/** The script of a name: the one of most of its letters, unless another is chosen. */
export const ScriptField = ({ field, id, values, onText }: FieldProps) => {
  const chosen = values[field.name] ?? ''
  const text = values['text'] ?? ''
  const byLetters = text.trim() === '' ? 'By its letters' : `By its letters: ${scripts[scriptOf(text)] ?? ''}`
  const known = chosen === '' || chosen in scripts ? scripts : { ...scripts, [chosen]: chosen }
  return (
    <SelectField
      {...useField(id)}
      label={field.label}
      value={chosen}
      options={[{ value: '', label: byLetters }, ...Object.entries(known).map(([value, label]) => ({ value, label }))]}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
