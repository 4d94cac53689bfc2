import { Link } from '@tanstack/react-router'
import { CorrectRecord } from '#client/components/entry/correct-record.tsx'
import { releaseEventForm } from './release-event.form.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

export const CorrectReleaseEventPage = () => (
  <CorrectRecord
    kind={releaseEventForm}
    pageOf={(id) => (
      <Link to="/release-events/$id" params={{ id }} target="_blank">
        its page (new tab)
      </Link>
    )}
  >
    {(start) => <ReleaseEventForm key={start.base.recordId} start={start} />}
  </CorrectRecord>
)
