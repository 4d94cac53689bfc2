import { memo } from 'react'
import { TextField } from '#client/components/forms/text-field.tsx'
import { DateField } from './date-field.tsx'
import type { SourceDraft } from './entry-draft.ts'
import { useField, useForm } from './form-context.ts'
import { RemovableRow } from './removable-row.tsx'
import styles from './entry.module.css'
import { sourceLabel } from './source-draft.ts'

/** One source of the form: named, where the register has it; described, where it is new. */
export const SourceRowFields = memo(
  ({
    source,
    isOnly,
    onChange,
    onRemove,
  }: {
    source: SourceDraft
    isOnly: boolean
    onChange: (uid: string, patch: Partial<SourceDraft>) => void
    onRemove: (uid: string, name: string) => void
  }) => {
    const { uid } = source
    const name = sourceLabel(source)
    return (
      <RemovableRow
        uid={uid}
        title={source.id === null ? 'New source' : name}
        name={source.id === null ? `New source ${source.key.slice(1)}` : name}
        onRemove={() => onRemove(uid, name)}
      >
        {source.id === null ? <NewSource source={source} onChange={onChange} /> : <p className={styles.muted}>SRC-{source.id}, in the register</p>}
        <MainChoice source={source} isOnly={isOnly} />
      </RemovableRow>
    )
  },
)

const NewSource = ({
  source,
  onChange,
}: {
  source: SourceDraft
  onChange: (uid: string, patch: Partial<SourceDraft>) => void
}) => {
  const { uid } = source
  const text = (name: 'title' | 'publisher' | 'author' | 'url' | 'language', label: string, hint?: string) => (
    <TextOf
      id={`${uid}-${name}`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={source[name]}
      onText={(typed) => onChange(uid, { [name]: typed })}
    />
  )
  return (
    <div className={styles.grid}>
      {text('title', 'Title of the source')}
      {text('publisher', 'Publisher')}
      {text('author', 'Author')}
      {text('url', 'Address', 'https://…')}
      <DateField
        id={`${uid}-published`}
        label="Date published"
        text={source.published}
        onText={(published) => onChange(uid, { published })}
      />
      {text('language', 'Language', 'For example en, be, ru, uk.')}
    </div>
  )
}

const TextOf = ({
  id,
  label,
  hint,
  value,
  onText,
}: {
  id: string
  label: string
  hint?: string
  value: string
  onText: (text: string) => void
}) => (
  <TextField
    {...useField(id)}
    label={label}
    {...(hint === undefined ? {} : { hint })}
    value={value}
    autoComplete="off"
    onChange={(event) => onText(event.target.value)}
  />
)

const MainChoice = ({ source, isOnly }: { source: SourceDraft; isOnly: boolean }) => {
  const { mainSource, change } = useForm()
  const isMain = mainSource === source.key
  if (isOnly && isMain) return <p className={styles.muted}>The main source: what you enter rests on it.</p>
  return (
    <label className={styles.radio}>
      <input
        type="radio"
        name="main-source"
        checked={isMain}
        onChange={() => change((draft) => ({ ...draft, mainSource: source.key }))}
      />
      <span>The main source: what you enter rests on it unless you choose another</span>
    </label>
  )
}
