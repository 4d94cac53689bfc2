import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { RecordLink, recordNoun } from '#client/components/records/record-link.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { isAct } from '#contract/proposal-kinds.ts'
import type { Proposal } from '#contract/proposals.ts'
import styles from './proposals.module.css'

/** What became of a proposal. It takes the focus when that is decided on this page: the buttons pressed are gone then. */
export const Outcome = ({ proposal }: { proposal: Proposal }) => {
  const box = useRef<HTMLDivElement>(null)
  const [openedAs] = useState(proposal.state)
  useEffect(() => {
    if (proposal.state !== openedAs) box.current?.focus()
  }, [proposal.state, openedAs])
  const words = wordsOf(proposal)
  return (
    <div ref={box} tabIndex={-1} className={styles.outcome}>
      {words === null ? null : <Notice live>{words}</Notice>}
    </div>
  )
}

const wordsOf = ({ state, kind, changeKind, appliedTo, decidedBy }: Proposal): ReactNode => {
  switch (state) {
    case 'approved':
      return (
        <p>
          <strong>Approved.</strong>{' '}
          {isAct(kind) ? (
            'The register is changed as shown below.'
          ) : appliedTo === null || changeKind === 'retraction' ? (
            `The ${recordNoun(kind)} is out of the register.`
          ) : (
            <>
              It is in the register as{' '}
              <RecordLink kind={kind} id={appliedTo} />
              .
            </>
          )}{' '}
          {kind === 'redaction' ? (
            <>
              Every kept edition is rewritten at once; nothing has to be published. <Link to="/redactions">See how far it has come</Link>
            </>
          ) : (
            <>
              The public sees it with the next edition. <Link to="/publish">Go to publishing</Link>
            </>
          )}
        </p>
      )
    case 'returned':
      return <p>{decidedBy} returned this to its author, who can edit it.</p>
    case 'rejected':
      return <p>{decidedBy} rejected this. Nothing in the register was changed.</p>
    case 'withdrawn':
      return <p>Its author withdrew this. Nothing in the register was changed.</p>
    default:
      return null
  }
}
