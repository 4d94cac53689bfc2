import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { call } from '#client/lib/call.ts'
import { getReleaseEventWrite } from '#contract/proposals.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { draftFromBody } from './draft-from-body.ts'
import type { FormStart } from './form-start.ts'
import { findKnownRecords } from './known-records.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

const startFrom = async (id: string): Promise<FormStart> => {
  const recordId = Number(id.replace('R-', ''))
  const write = await call(getReleaseEventWrite, { params: { id } })
  const body = ReleaseEventWrite.parse(write.body)
  const known = await findKnownRecords(body, recordId)
  return {
    draft: draftFromBody(body, known, { changeKind: 'correction', reason: '' }),
    base: { recordId, baseVersion: write.version },
    body,
    editing: null,
  }
}

/** The form filled with a release event as the register has it. */
export const CorrectReleaseEventPage = () => {
  const { id = '' } = useParams({ strict: false })
  // Never asked again by itself: a form does not change under the hands of the one who fills it in.
  const start = useQuery({ queryKey: ['form', 'correct', id], queryFn: () => startFrom(id), staleTime: Infinity, gcTime: 0 })
  return (
    <>
      <PageHeading title="Correct a release event" above={`Release event R-${id.replace('R-', '')}`}>
        <p>
          Everything it says, with its sources. See{' '}
          <Link to="/release-events/$id" params={{ id }} target="_blank">
            its page (new tab)
          </Link>
          .
        </p>
      </PageHeading>
      <Answered query={start} what="the release event">
        {(data) => <ReleaseEventForm key={id} start={data} />}
      </Answered>
    </>
  )
}
