import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import type { Import } from '#contract/import-view.ts'
import { discardImport } from '#contract/imports.ts'
import styles from './imports.module.css'
import { useChange } from './use-import.ts'

/** Deletes the file and its rows, after asking. */
export const DiscardImport = ({ of }: { of: Import }) => {
  const [isAsked, ask] = useState(false)
  const discard = useChange<null>(of, (_, aimed) => call(discardImport, { ...aimed, body: {} }))
  return (
    <Section title="Discard it">
      <ErrorSummary problems={[]} message={discard.error?.message} />
      {isAsked ? (
        <div className={styles.buttons}>
          <p>The file, its rows and your corrections are deleted.</p>
          <Button disabled={discard.isPending} onClick={() => discard.mutate(null)}>
            Delete them
          </Button>
          <Button kind="plain" onClick={() => ask(false)}>
            Keep them
          </Button>
        </div>
      ) : (
        <Button onClick={() => ask(true)}>Discard this import</Button>
      )}
    </Section>
  )
}
