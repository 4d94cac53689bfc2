import { Notice } from '#client/components/layout/notice.tsx'
import styles from './duplicates.module.css'

type Compared = { readonly score: number; readonly agrees: readonly string[]; readonly differs: readonly string[]; readonly nameOnly: boolean }

/** Why two people may be one, and why not. */
export const Likeness = ({ score, agrees, differs, nameOnly }: Compared) => (
  <div className={styles.likeness}>
    <p>
      Likeness {Math.round(score * 100)} of 100. A score orders the queue; whether two people are one, a person decides.
    </p>
    {nameOnly ? (
      <Notice tone="caution">
        <p>Nothing but the name speaks for it. Many people have one name.</p>
      </Notice>
    ) : null}
    <dl>
      <dt>Agrees</dt>
      {agrees.map((words) => (
        <dd key={words}>{words}</dd>
      ))}
      <dt>Differs</dt>
      {differs.length === 0 ? <dd>Nothing that is on record</dd> : differs.map((words) => <dd key={words}>{words}</dd>)}
    </dl>
  </div>
)
