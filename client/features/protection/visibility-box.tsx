import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { SelectField, TextArea, optionsOf } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { call, request } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { visibilityLabels } from '#contract/codes.ts'
import { type PersonVisibility, getVisibility, setVisibility } from '#contract/visibility.ts'
import styles from './protection.module.css'

type Known = { readonly data: PersonVisibility; readonly etag: string | null }

/** What the public is shown of a person; a publisher changes it here, at once and in every kept edition. */
export const VisibilityBox = ({ id }: { id: string }) => {
  const known = useQuery<Known>({ queryKey: ['answer', 'visibility', id], queryFn: () => request(getVisibility, { params: { id } }) })
  const mayChange = useHasRole('publisher')
  return (
    <Section title="What the public is shown">
      <Answered query={known} what="what the public is shown">
        {({ data, etag }) => (
          <>
            <p>
              <strong>{visibilityLabels[data.visibility]}</strong>
            </p>
            {data.state === 'pending' ? (
              <Notice tone="caution">
                Not complete yet: old files that still show the person are open somewhere (editions {data.pending.join(', ')}).
              </Notice>
            ) : null}
            {mayChange ? <Change id={id} now={data.visibility} etag={etag} /> : <p>A publisher can change it.</p>}
          </>
        )}
      </Answered>
    </Section>
  )
}

const Change = ({ id, now, etag }: { id: string; now: PersonVisibility['visibility']; etag: string | null }) => {
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<string>(now)
  const [reason, setReason] = useState('')
  const change = useMutation({
    mutationFn: () =>
      call(setVisibility, { params: { id }, body: { visibility: wanted as typeof now, reason }, ...(etag === null ? {} : { ifMatch: etag }) }),
    onSuccess: async () => {
      setReason('')
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
  const trouble = troubleOf(change.error, { reason: 'Reason, without the name' })
  return (
    <div className={styles.box}>
      <ErrorSummary {...trouble} attempt={change.submittedAt} title="This was not changed." />
      <SelectField label="From now on" value={wanted} options={optionsOf(visibilityLabels)} onChange={(event) => setWanted(event.target.value)} />
      <TextArea
        id="reason"
        label="Reason, without the name"
        error={problemAt(trouble, 'reason')}
        hint="Every kept edition is rewritten when someone is withheld; copies already taken cannot be called back."
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button disabled={change.isPending || wanted === now} onClick={() => change.mutate()}>
        {change.isPending ? 'Changing …' : 'Change what the public is shown'}
      </Button>
    </div>
  )
}
