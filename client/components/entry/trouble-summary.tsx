import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import type { Trouble } from './use-save.ts'

/** What stands in the way of saving, and what to do. Whatever was typed is still in the form below. */
export const TroubleSummary = ({
  trouble,
  attempt,
  onRenewKey,
}: {
  trouble: Trouble | null
  attempt: number
  onRenewKey: () => void
}) => (
  <ErrorSummary
    problems={trouble?.problems ?? []}
    message={trouble?.message}
    attempt={attempt}
    title="This is not saved. Everything you typed is still here."
  >
    {trouble?.kind === 'signed-out' ? (
      <p>
        Your session has ended.{' '}
        <a href="/desk" target="_blank" rel="opener">
          Sign in again in a new tab
        </a>
        , come back to this one and save again.
      </p>
    ) : null}
    {trouble?.kind === 'unreachable' ? (
      <p>Leave this page open and save again when the connection is back: it is entered only once, however often you try.</p>
    ) : null}
    {trouble?.kind === 'key-taken' ? (
      <>
        <p>
          An earlier try, or another window, may have sent what the form held then: look among{' '}
          <a href="/proposals?mine=yes" target="_blank" rel="opener">
            your proposals (new tab)
          </a>{' '}
          and go on there, or save this as a proposal of its own.
        </p>
        <Button small onClick={onRenewKey}>
          Let me save it as another proposal
        </Button>
      </>
    ) : null}
  </ErrorSummary>
)
