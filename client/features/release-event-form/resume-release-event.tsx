import { type OpenedDraft, ResumeDraft } from '#client/components/entry/resume-draft.tsx'
import { releaseEventForm } from './release-event.form.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

export const ResumeReleaseEvent = ({ draft }: { draft: OpenedDraft }) => (
  <ResumeDraft kind={releaseEventForm} draft={draft}>
    {(start) => <ReleaseEventForm start={start} />}
  </ResumeDraft>
)
