import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { needsSource } from '#client/lib/needs-source.ts'
import { withKeys } from '#client/lib/with-keys.ts'
import type { ProposedChange } from '#contract/proposals.ts'
import styles from './change-list.module.css'

/** What a proposal or a changeset changes, value by value, each with the words it rests on. */
export const ChangeList = ({
  changes,
  isNew,
  ofRows = false,
  before,
  after,
  onChange,
}: {
  changes: readonly ProposedChange[]
  /** A record that was not there: there is nothing to compare it with. */
  isNew: boolean
  /** The changes are of rows one by one, evidence among them: none rests on another. */
  ofRows?: boolean
  /** What the two sides are called: "The record now", "This proposal". */
  before: string
  after: string
  /** Goes to the field that a value stands in, by its path in the write body; left out where nothing is to be changed. */
  onChange?: (path: string) => void
}) =>
  changes.length === 0 ? (
    <Empty title="This changes nothing in the record as it is now." />
  ) : (
    <ol className={styles.changes}>
      {withKeys(changes, ({ path, label }) => `${path ?? ''} ${label}`).map(({ key, item: change }) => (
        <li key={key} className={styles.change}>
          <h3>
            {change.label} <ChangeIt change={change} onChange={onChange} />
          </h3>
          {isNew ? (
            <p className={`${styles.words} ${styles.alone}`}>{change.after}</p>
          ) : (
            <div className={styles.sides}>
              <Side name={before} words={change.before} isGone={change.after === null} className={styles.side} />
              <Side name={after} words={change.after} className={`${styles.side} ${styles.after}`} />
            </div>
          )}
          {ofRows || isOfEvidence(change) ? null : <Quotes evidence={change.evidence} isNeeded={needsSource(change)} />}
        </li>
      ))}
    </ol>
  )

const ChangeIt = ({
  change: { path, label },
  onChange,
}: {
  change: ProposedChange
  onChange: ((path: string) => void) | undefined
}) =>
  path === undefined || onChange === undefined ? null : (
    <Button small kind="plain" onClick={() => onChange(path)}>
      Change<VisuallyHidden> {label}</VisuallyHidden>
    </Button>
  )

const Side = ({
  name,
  words,
  isGone = false,
  className,
}: {
  name: string
  words: string | null
  isGone?: boolean
  className: string | undefined
}) => (
  <div className={className}>
    <span className={styles.sideName}>{name}</span>
    {words === null ? (
      <span className={styles.nothing}>nothing</span>
    ) : isGone ? (
      <del className={`${styles.words} ${styles.gone}`}>{words}</del>
    ) : (
      <span className={styles.words}>{words}</span>
    )}
  </div>
)

/** A change of the evidence itself has the quotes among its words. */
const isOfEvidence = ({ label }: ProposedChange): boolean => label.endsWith(': evidence')

const Quotes = ({ evidence, isNeeded }: { evidence: ProposedChange['evidence']; isNeeded: boolean }) => {
  if (evidence.length === 0) return isNeeded ? <p className={styles.muted}>No source given.</p> : null
  const distinct = [...new Map(evidence.map((item) => [JSON.stringify(item), item])).entries()]
  return (
    <ul className={styles.quotes} aria-label="Sources">
      {distinct.map(([key, { source, quote, saidBy, otherwise }]) => (
        <li key={key}>
          {quote === null ? <p className={styles.muted}>No words kept.</p> : <blockquote>“{quote}”</blockquote>}
          <p className={styles.muted}>
            {source}
            {saidBy === null ? '' : `; said by ${saidBy}`}
          </p>
          {otherwise === null ? null : (
            <p className={styles.otherwise}>This source says otherwise: {otherwise}.</p>
          )}
        </li>
      ))}
    </ul>
  )
}
