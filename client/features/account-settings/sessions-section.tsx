import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { type OwnSession, endOwnSession, listOwnSessions, signOutEverywhere } from '#contract/own-account.ts'
import styles from './account-settings.module.css'

/** One's own sessions. Neither address nor browser is kept, so each is told by its times. */
export const SessionsSection = () => {
  const queries = useQueryClient()
  const sessions = useAnswer(listOwnSessions)
  const end = useMutation({
    mutationFn: (id: string) => call(endOwnSession, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  const endAll = useMutation({
    mutationFn: () => call(signOutEverywhere, { body: {} }),
    // A new document holds nothing of the one before.
    onSuccess: () => window.location.replace('/'),
  })
  const columns = [
    { key: 'started', label: 'Signed in', cell: ({ startedAt }: OwnSession) => formatMoment(startedAt) },
    { key: 'used', label: 'Last used', cell: ({ lastUsedAt }: OwnSession) => formatMoment(lastUsedAt) },
    { key: 'ends', label: 'Ends at the latest', cell: ({ endsAt }: OwnSession) => formatMoment(endsAt) },
    {
      key: 'end',
      label: 'End it',
      cell: ({ id, current, startedAt }: OwnSession) =>
        current ? (
          'This one'
        ) : (
          <Button small disabled={end.isPending} onClick={() => end.mutate(id)}>
            End<VisuallyHidden> the session of {formatMoment(startedAt)}</VisuallyHidden>
          </Button>
        ),
    },
  ]
  return (
    <Section title="Your sessions" note="A session ends after 12 hours, and after 30 minutes without use.">
      <ErrorSummary problems={[]} message={(end.error ?? endAll.error)?.message} title="The session was not ended." />
      <Answered query={sessions} what="your sessions">
        {({ data }) => <DataTable caption="Your sessions" captionHidden columns={columns} rows={data} rowKey={({ id }) => id} />}
      </Answered>
      <div className={styles.actions}>
        <Button disabled={endAll.isPending} onClick={() => endAll.mutate()}>
          Sign out everywhere
        </Button>
      </div>
    </Section>
  )
}
