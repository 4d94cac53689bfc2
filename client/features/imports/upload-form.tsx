import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Field } from '#client/components/forms/field.tsx'
import { SelectField, optionsOf } from '#client/components/forms/text-field.tsx'
import { ImportKind, importKindLabels } from '#contract/import-fields.ts'
import styles from './imports.module.css'
import { importRef } from '#client/lib/import-ref.ts'
import { sendFile } from './send-file.ts'

/** Chooses a file and sends it. The file is only opened at the server; nothing is entered yet. */
export const UploadForm = () => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ImportKind>('detainees')
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState<string | undefined>()
  const [part, setPart] = useState(0)
  const send = useMutation({
    mutationFn: (chosen: File) => sendFile(chosen, kind, setPart),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['answer'] })
      await navigate({ to: '/imports/$id', params: { id: importRef(id) } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(file === null ? 'Choose a file: CSV, XLSX or JSON.' : undefined)
    setPart(0)
    if (file !== null) send.mutate(file)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary
        problems={missing === undefined ? [] : [{ id: 'import-file', label: 'File', message: missing }]}
        message={send.error?.message}
        title="The file was not taken."
      />
      <SelectField
        label="What the rows are about"
        options={optionsOf(importKindLabels)}
        value={kind}
        onChange={(event) => setKind(ImportKind.parse(event.target.value))}
      />
      <Field id="import-file" label="File" hint="CSV, XLSX or JSON. Nothing is entered before you have seen what was found." error={missing}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.json"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {send.isPending ? (
        <label className={styles.progress}>
          <span>Sending: {Math.round(part * 100)} %</span>
          <progress max={1} value={part} />
        </label>
      ) : null}
      <Button type="submit" kind="primary" disabled={send.isPending}>
        {send.isPending ? 'Sending …' : 'Send the file'}
      </Button>
    </form>
  )
}
