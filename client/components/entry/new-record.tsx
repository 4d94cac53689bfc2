import { type ReactNode, useState } from 'react'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { useDraftAsked } from '#client/lib/use-draft-in-address.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { ToDraft } from './to-draft.tsx'

/** A page whose form is empty; `children` draws the form. */
export const NewRecord = <D extends EntryDraft, Body, Known>({
  kind: { noun, emptyDraft },
  children,
}: {
  kind: FormKind<D, Body, Known>
  children: (start: FormStart<D, Body>) => ReactNode
}) => {
  const asked = useDraftAsked()
  const [draft] = useState(emptyDraft)
  if (asked !== null) return <ToDraft id={asked} />
  return (
    <>
      <PageHeading title={`Enter a ${noun}`}>
        <p>Only what a source says. What none says stays “not stated”.</p>
      </PageHeading>
      {children({ draft, base: { recordId: null, baseVersion: null }, body: null, editing: null })}
    </>
  )
}
