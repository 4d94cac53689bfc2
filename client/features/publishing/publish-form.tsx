import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { useHasRole } from '#client/lib/use-session.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type PublicationPreview, publishEdition } from '#contract/publishing.ts'
import styles from './publishing.module.css'

/** The note of the next edition and the button that publishes it; warnings have to be confirmed. */
export const PublishForm = ({
  preview,
  isPending,
  failure,
  onPublish,
}: {
  preview: PublicationPreview
  isPending: boolean
  failure: string | undefined
  onPublish: (body: { note: string; confirmed: boolean; blank: string[] }) => void
}) => {
  const mayPublish = useHasRole('publisher')
  const [note, setNote] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [withoutTexts, setWithoutTexts] = useState(false)
  const texts = preview.refusals.length
  const asksToConfirm = preview.warnings.length > 0
  const hasNews = preview.changesets.length > 0
  if (!mayPublish) return <Notice>A publisher can publish this.</Notice>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = publishEdition.body.safeParse({ note, confirmed })
    const found = {
      ...(read.success ? {} : { 'edition-note': read.error.issues[0]?.message ?? '' }),
      ...(asksToConfirm && !confirmed ? { 'edition-confirmed': 'Say that you have read the warnings above.' } : {}),
      ...(texts > 0 && !withoutTexts ? { 'edition-blank': 'Correct the texts listed above, or choose to publish without them.' } : {}),
    }
    setProblems(found)
    if (Object.keys(found).length === 0) onPublish({ note, confirmed, blank: withoutTexts ? preview.refusals.map(({ key }) => key) : [] })
  }
  const labels: Readonly<Record<string, string>> = { 'edition-note': 'Note', 'edition-confirmed': 'Warnings', 'edition-blank': 'Texts' }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary
        problems={Object.entries(problems).map(([id, message]) => ({ id, label: labels[id] ?? id, message }))}
        message={failure}
        title="The edition was not published."
      />
      <TextArea
        id="edition-note"
        label="Note"
        hint="What this edition brings, in a few words. The public reads it."
        rows={3}
        value={note}
        error={problems['edition-note']}
        onChange={(event) => setNote(event.target.value)}
      />
      {asksToConfirm ? (
        <div>
          {problems['edition-confirmed'] === undefined ? null : (
            <p className={styles.error}>{problems['edition-confirmed']}</p>
          )}
          <Checkbox
            id="edition-confirmed"
            label="I have read the warnings, and this is to be published."
            checked={confirmed}
            onChange={(event) => setConfirmed(event.target.checked)}
          />
        </div>
      ) : null}
      {texts === 0 ? null : (
        <div>
          {problems['edition-blank'] === undefined ? null : <p className={styles.error}>{problems['edition-blank']}</p>}
          <Checkbox
            id="edition-blank"
            label={`Publish without the ${counted(texts, 'text', 'texts')} listed above. The register keeps them.`}
            checked={withoutTexts}
            onChange={(event) => setWithoutTexts(event.target.checked)}
          />
        </div>
      )}
      {hasNews ? null : <p>There is nothing to publish: nothing was approved since the last edition.</p>}
      <Button type="submit" kind="primary" disabled={isPending || !hasNews}>
        {isPending ? 'Publishing …' : `Publish edition ${preview.nextNumber}`}
      </Button>
      {isPending ? (
        <output>The edition is made, checked and put in place. This can take a while for a large register.</output>
      ) : null}
    </form>
  )
}
