import { useField } from '#client/components/entry/form-context.ts'
import entry from '#client/components/entry/entry.module.css'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { languageName } from '#client/lib/language-name.ts'
import { eastSlavicLanguagesOf } from '#contract/names/language.ts'
import { hints } from './hints.ts'
import type { FieldProps } from './record-field.tsx'

/** A language by its tag, in words below it. What the letters of a name tell is offered, never filled in. */
export const LanguageField = ({ field, table, id, values, onText }: FieldProps) => {
  const typed = values[field.name] ?? ''
  const possible = typed.trim() === '' ? eastSlavicLanguagesOf(values['text'] ?? '') : []
  const hint = hints[`${table}.${field.name}`]
  return (
    <div className={entry.echoed}>
      <TextField
        {...useField(id)}
        label={field.label}
        {...(hint === undefined ? {} : { hint })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
      {typed.trim() === '' ? null : <output className={entry.reading}>{languageName(typed.trim())}</output>}
      {possible.length === 0 ? null : (
        <span className={entry.muted}>
          By its letters:{' '}
          {possible.map((tag) => (
            <Button key={tag} small onClick={() => onText(tag)}>
              <VisuallyHidden>The language is </VisuallyHidden>
              {languageName(tag)}
            </Button>
          ))}
        </span>
      )}
    </div>
  )
}
