import { Namesakes } from '#client/components/records/namesakes.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import type { Proposal } from '#contract/proposals.ts'
import { DetaineeWrite } from '#contract/detainee-write.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import styles from './proposals.module.css'

/** What a reviewer should look at twice, in the words the author read, and whom the new people may be. */
export const ProposalWarnings = ({ proposal }: { proposal: Proposal }) => {
  const isOpen = proposal.state === 'waiting' || proposal.state === 'returned'
  if (!isOpen || proposal.changeKind === 'retraction') return null
  const names = newNamesIn(proposal)
  return (
    <>
      {proposal.warnings.length === 0 ? null : (
        <Notice tone="caution">
          <p>
            <strong>Look at this before you decide:</strong>
          </p>
          <ul className={styles.warnings}>
            {proposal.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {[...new Set(names)].slice(0, mostNames).map((name) => (
        <Namesakes key={name} name={name} />
      ))}
    </>
  )
}

/** Names of the people that the register would have anew. */
const newNamesIn = ({ kind, recordId, body }: Proposal): string[] => {
  if (kind === 'release_event') {
    return ReleaseEventWrite.safeParse(body).data?.people.flatMap(({ newPerson }) => newPerson?.name ?? []) ?? []
  }
  if (kind !== 'detainee' || recordId !== null) return []
  return DetaineeWrite.safeParse(body).data?.names.map(({ text }) => text) ?? []
}

/** Each name is a question to the server. */
const mostNames = 20
