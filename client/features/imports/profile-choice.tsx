import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { SelectField, TextField } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { ImportKind } from '#contract/import-fields.ts'
import { listImportProfiles, saveImportProfile } from '#contract/import-profiles.ts'
import styles from './imports.module.css'
import type { Settings } from './settings.ts'

/** Takes up how files of a source were read before, and keeps how this one is. */
export const ProfileChoice = ({ kind, draft, onChoose }: { kind: ImportKind; draft: Settings; onChoose: (kept: Settings) => void }) => {
  const queries = useQueryClient()
  const profiles = useAnswer(listImportProfiles)
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () => call(saveImportProfile, { body: { name, settings: draft }, idempotencyKey: newKey() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answer', 'get', '/api/import-profiles'] }),
  })
  const own = (profiles.data?.data ?? []).filter(({ settings }) => settings.kind === kind)
  return (
    <details className={styles.rules}>
      <summary>Profiles by source</summary>
      <div className={styles.grid}>
        {own.length === 0 ? null : (
          <SelectField
            label="Read it as before"
            options={[{ value: '', label: 'Choose a profile' }, ...own.map((profile) => ({ value: String(profile.id), label: profile.name }))]}
            value=""
            onChange={(event) => {
              const chosen = own.find(({ id }) => String(id) === event.target.value)
              if (chosen !== undefined) onChoose(chosen.settings)
            }}
          />
        )}
        <TextField label="Keep these settings under the name of the source" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <Button small disabled={name.trim() === '' || save.isPending} onClick={() => save.mutate()}>
        Keep as a profile
      </Button>
      {save.isSuccess ? <Notice live>Kept as “{save.data.name}”.</Notice> : null}
      {save.isError ? <Notice tone="failure" live>{save.error.message}</Notice> : null}
    </details>
  )
}
