import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import type { Import, ImportPreview } from '#contract/import-view.ts'
import { setImport } from '#contract/imports.ts'
import { ColumnsTable } from './columns-table.tsx'
import { FileReading } from './file-reading.tsx'
import { ProfileChoice } from './profile-choice.tsx'
import styles from './imports.module.css'
import { type Settings, withRowSettings } from './settings.ts'
import { SourceFields } from './source-fields.tsx'
import { useChange } from './use-import.ts'
import { WholeFile } from './whole-file.tsx'

/** How the file is read: what was guessed, for a person to look at and change. */
export const ReadingForm = ({ of, preview, settings, isIdle }: { of: Import; preview: ImportPreview; settings: Settings; isIdle: boolean }) => {
  const [draft, setDraft] = useState(settings)
  const save = useChange<{ settings: Settings; check: boolean }>(of, (body, aimed) => call(setImport, { ...aimed, body }))
  const change = (patch: Partial<Settings>) => setDraft((before) => ({ ...before, ...patch }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ settings: draft, check: true })
  }
  const fields = save.error instanceof ApiError ? Object.entries(save.error.fields) : []
  return (
    <Section title="How to read it" note="Guessed from the file: look at each column">
      <form className={styles.form} onSubmit={submit} noValidate>
        <ErrorSummary problems={fields.map(([path, message]) => ({ id: 'import-columns', label: path.replace(/^settings\./, ''), message }))} message={fields.length === 0 ? save.error?.message : undefined} />
        <ProfileChoice kind={of.kind} draft={draft} onChoose={(kept) => setDraft((before) => withRowSettings(before, kept))} />
        <FileReading
          preview={preview}
          settings={draft}
          onChange={change}
          onReopen={(patch) => save.mutate({ settings: { ...draft, ...patch }, check: false })}
        />
        <ColumnsTable preview={preview} settings={draft} onChange={change} />
        <WholeFile settings={draft} onChange={change} />
        <SourceFields source={draft.source} onChange={(source) => change({ source })} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" disabled={save.isPending || !isIdle}>
            Check the rows
          </Button>
        </div>
      </form>
    </Section>
  )
}
