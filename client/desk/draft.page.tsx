import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { getDraft } from '#contract/drafts.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import type { OpenedDraft } from '../components/entry/resume-draft.tsx'
import { PageHeading } from '../components/layout/page-heading.tsx'
import { Answered } from '../components/states/answered.tsx'
import { call } from '../lib/call.ts'

const recordForms = () => import('../features/record-forms/record-form.pages.tsx')

/** The form that each kind of draft goes on in. */
const forms: Readonly<Record<RecordKind, ComponentType<{ draft: OpenedDraft }>>> = {
  release_event: lazy(async () => ({
    default: (await import('../features/release-event-form/resume-release-event.tsx')).ResumeReleaseEvent,
  })),
  detainee: lazy(async () => ({ default: (await recordForms()).ResumeDetainee })),
  sanctions_action: lazy(async () => ({ default: (await recordForms()).ResumeSanctionsAction })),
  source: lazy(async () => ({ default: (await recordForms()).ResumeSource })),
}

/** A draft taken up again where it was left, in the form of its kind. */
export const DraftPage = () => {
  const { id = '' } = useParams({ strict: false })
  // Never asked again by itself: a form does not change under the hands of the one who fills it in.
  const draft = useQuery({
    queryKey: ['form', 'draft', id],
    queryFn: () => call(getDraft, { params: { id } }),
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <>
      <PageHeading title="Go on with a draft" above={`Draft P-${id.replace('P-', '')}`} />
      <Answered query={draft} what="the draft">
        {(data) => {
          const Form = forms[data.kind]
          return <Form key={data.id} draft={data} />
        }}
      </Answered>
    </>
  )
}
