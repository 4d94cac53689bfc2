import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { useSession } from '#client/lib/use-session.ts'
import type { Import } from '#contract/import-view.ts'
import { reopenImport } from '#contract/imports.ts'
import { useChange } from './use-import.ts'

const over = new Set<string | null>(['returned', 'rejected', 'withdrawn'])

/** Takes up again an import whose proposal came back. */
export const ReopenImport = ({ of }: { of: Import }) => {
  const account = useSession().data?.account
  const reopen = useChange<null>(of, (_, aimed) => call(reopenImport, { ...aimed, body: {} }))
  if (of.state !== 'submitted' || !over.has(of.proposalState) || account?.id !== of.author.id) return null
  return (
    <Section title={`Its proposal was ${of.proposalState ?? ''}`}>
      <ErrorSummary problems={[]} message={reopen.error?.message} />
      <Button kind="primary" disabled={reopen.isPending} onClick={() => reopen.mutate(null)}>
        Work on it again
      </Button>
    </Section>
  )
}
