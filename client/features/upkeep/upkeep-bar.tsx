import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getUpkeep, type Upkeep, verifyNow } from '#contract/upkeep.ts'
import { Button } from '#client/components/forms/button.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { answerKey } from '#client/lib/use-answer.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import styles from './upkeep.module.css'

/** Findings shown; the rest are counted. */
const shown = 5

/** On every page of the desk, and only where something is wrong: the register is not as recorded, or its backup failed. */
export const UpkeepBar = () => {
  // The bar stands around the pages: `useAnswer` asks which of them is open.
  const upkeep = useQuery({ queryKey: answerKey(getUpkeep, {}), queryFn: ({ signal }) => call(getUpkeep, { signal }) }).data
  if (upkeep === undefined) return null
  return (
    <>
      {(upkeep.verification?.findings.length ?? 0) > 0 ? <NotAsRecorded verification={upkeep.verification} /> : null}
      {(upkeep.backup.last?.findings.length ?? 0) > 0 ? <NotBackedUp last={upkeep.backup.last} /> : null}
    </>
  )
}

const NotAsRecorded = ({ verification }: { verification: Upkeep['verification'] }) => {
  const mayVerify = useHasRole('publisher', 'admin')
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => call(verifyNow, { body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  if (verification === null) return null
  return (
    <div className={styles.bar} role="alert">
      <Notice tone="failure">
        <p>
          <strong>The register is not as its history recorded it.</strong> Enter and publish nothing before whoever runs this
          machine has looked into it: something was changed, lost or put back outside of Habeas. Seen {formatMoment(verification.endedAt)}.
        </p>
        <Findings findings={verification.findings} />
        {mayVerify ? (
          <Button small disabled={again.isPending} onClick={() => again.mutate()}>
            {again.isPending ? 'Looking…' : 'Look again'}
          </Button>
        ) : null}
      </Notice>
    </div>
  )
}

const NotBackedUp = ({ last }: { last: Upkeep['backup']['last'] }) =>
  last === null ? null : (
    <div className={styles.bar} role="alert">
      <Notice tone="failure">
        <p>
          <strong>The last backup failed</strong>, {formatMoment(last.endedAt)}. Tell whoever runs this machine.
        </p>
        <Findings findings={last.findings} />
      </Notice>
    </div>
  )

const Findings = ({ findings }: { findings: readonly string[] }) => (
  <ul className={styles.findings}>
    {findings.slice(0, shown).map((finding) => (
      <li key={finding}>{finding}</li>
    ))}
    {findings.length > shown ? <li>and {findings.length - shown} more</li> : null}
  </ul>
)
