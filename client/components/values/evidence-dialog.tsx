import type { Evidence } from '#contract/common.ts'
import { assertedWords, fieldWords } from '#client/lib/asserted-words.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import { type EvidenceGroup, type ShownValues, copiesAmong, fieldsSaidOtherwise, groupEvidence, independentSources, sourcesDiffer } from '#client/lib/evidence-for.ts'
import { Dialog } from '../layout/dialog.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import styles from './values.module.css'

/** The sources of one value with their words, grouped by what they assert. */
export const EvidenceDialog = ({
  of,
  evidence,
  shown,
  onClose,
}: {
  of: string
  evidence: readonly Evidence[]
  /** The record's own values, by field. */
  shown: ShownValues
  onClose: () => void
}) => (
  <Dialog title={`Sources for ${of}`} onClose={onClose}>
    {sourcesDiffer(evidence) ? <p>The sources differ. Each is given with what it says.</p> : null}
    {fieldsSaidOtherwise(evidence, shown).map((field) => (
      <p key={field}>The register has {assertedWords(field, shown[field] ?? '')} here. A source below says otherwise.</p>
    ))}
    <Independence evidence={evidence} />
    {groupEvidence(evidence).map((group) => (
      <Group key={`${group.field} ${group.value ?? ''}`} group={group} />
    ))}
  </Dialog>
)

/** Whether the sources speak for themselves or repeat one another. */
const Independence = ({ evidence }: { evidence: readonly Evidence[] }) => {
  const sources = new Set(evidence.map(({ source }) => source.id)).size
  const copies = copiesAmong(evidence)
  if (sources === 1 && copies.length === 0) return <p>This rests on one source.</p>
  if (copies.length === 0) return <p>None of these {sources} sources is known to copy another.</p>
  const independent = independentSources(evidence)
  return (
    <p>
      {copies.map(({ copy, of }) => `${copy.ref} is a copy of SRC-${of}`).join('; ')}. A copy adds no independent word:{' '}
      {independent === 1 ? 'this rests on one source' : `these are ${independent} independent sources`}.
    </p>
  )
}

const Group = ({ group: { field, record, value, items } }: { group: EvidenceGroup }) => (
  <div className={styles.group}>
    <h3>
      {capitalised(fieldWords(field, record))}
      {value === null ? '' : `: ${assertedWords(field, value)}`}
    </h3>
    <ul className={styles.items}>
      {items.map((item) => (
        <EvidenceItem key={item.id} evidence={item} />
      ))}
    </ul>
  </div>
)
