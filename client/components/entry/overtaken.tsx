import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { assertedWords } from '#client/lib/asserted-words.ts'
import type { EvidenceDraft, SourceDraft } from './entry-draft.ts'
import type { SupportedValue } from './evidence-piece.tsx'
import { useForm } from './form-context.ts'
import { overtaken } from './overtaken-values.ts'
import styles from './entry.module.css'
import { sourceLabel } from './source-draft.ts'
import type { StatedValues } from './stated-values.ts'

const without = <Value,>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== name))

/** Says at once, without unfolding anything, that a value was changed away from what its source gives on record. */
export const Overtaken = ({
  piece,
  values,
  current,
  sources,
  onChange,
}: {
  piece: EvidenceDraft
  values: readonly SupportedValue[]
  current: StatedValues
  sources: readonly SourceDraft[]
  onChange: (patch: Partial<EvidenceDraft>) => void
}) => {
  const { mainSource } = useForm()
  const key = piece.source === 'main' ? mainSource : piece.source
  const source = sources.find((row) => row.key === key)
  const labelOf = (name: string) => values.find((value) => value.name === name)?.label.toLowerCase() ?? name
  return overtaken(piece, current).map((name) => (
    <p key={name} className={styles.overtaken} role="status">
      The source on record{source === undefined ? '' : `, ${sourceLabel(source)},`} says{' '}
      <strong>{assertedWords(name, piece.onRecord[name] ?? '')}</strong> ({labelOf(name)}). Does it say the new value? If not, leave this:
      the record will say that its source says otherwise.{' '}
      <Button small onClick={() => onChange({ onRecord: without(piece.onRecord, name) })}>
        It says the new value<VisuallyHidden> ({labelOf(name)})</VisuallyHidden>
      </Button>
    </p>
  ))
}
