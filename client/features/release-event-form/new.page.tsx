import { NewRecord } from '#client/components/entry/new-record.tsx'
import { releaseEventForm } from './release-event.form.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

export const NewReleaseEventPage = () => <NewRecord kind={releaseEventForm}>{(start) => <ReleaseEventForm start={start} />}</NewRecord>
