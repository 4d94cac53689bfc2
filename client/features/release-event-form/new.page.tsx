import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { useDraftAsked } from '#client/lib/use-draft-in-address.ts'
import { emptyDraft } from './new-rows.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

export const NewReleaseEventPage = () => {
  const asked = useDraftAsked()
  const [draft] = useState(emptyDraft)
  if (asked !== null) return <Navigate to="/drafts/$id" params={{ id: asked }} replace />
  return (
    <>
      <PageHeading title="Enter a release event">
        <p>Only what a source says. What none says stays “not stated”.</p>
      </PageHeading>
      <ReleaseEventForm start={{ draft, base: { recordId: null, baseVersion: null }, body: null, editing: null }} />
    </>
  )
}
