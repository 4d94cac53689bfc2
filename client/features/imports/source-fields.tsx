import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Combobox } from '#client/components/forms/combobox.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { getSource, listSources } from '#contract/sources.ts'
import styles from './imports.module.css'
import { type SourceDraft, emptySource } from './settings.ts'

type Props = { source: SourceDraft | null; onChange: (source: SourceDraft | null) => void }

/** Where the file comes from: every value of it rests on this source, one that is on record or a new one. */
export const SourceFields = ({ source, onChange }: Props) => {
  const id = source?.id ?? null
  return (
    <fieldset className={styles.source}>
      <legend>Source of the whole file</legend>
      {id === null ? (
        <>
          <FindSource onChoose={(chosen) => onChange({ ...emptySource, id: chosen })} />
          <NewSource source={source} onChange={onChange} />
        </>
      ) : (
        <Chosen id={id} onLeave={() => onChange(null)} />
      )}
    </fieldset>
  )
}

const wordsOf = ({ publisher, title, url }: { publisher: string | null; title: string | null; url: string | null }): string =>
  [publisher, title].filter((text) => text !== null).join(': ') || (url ?? 'A source without a title')

const Chosen = ({ id, onLeave }: { id: number; onLeave: () => void }) => {
  const { data, error } = useAnswer(getSource, { params: { id: `SRC-${id}` } })
  return (
    <p>
      <a href={`/sources/SRC-${id}`} target="_blank" rel="opener">
        SRC-{id} (new tab)
      </a>
      {data === undefined ? null : `: ${wordsOf(data)}`}
      {error === null ? null : `: ${error.message}`}{' '}
      <Button small kind="plain" onClick={onLeave}>
        Choose another source
      </Button>
    </p>
  )
}

const FindSource = ({ onChoose }: { onChoose: (id: number) => void }) => {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim())
  const answer = useAnswer(listSources, { query: { q, limit: 8 }, enabled: q !== '', keepPrevious: true })
  const found = text.trim() === '' ? [] : (answer.data?.data ?? [])
  return (
    <Combobox
      id="import-source"
      label="A source on record"
      hint="Type part of its title or publisher, or paste its address; or describe a new one below."
      error={answer.error === null ? undefined : `The register could not be asked: ${answer.error.message}`}
      text={text}
      options={found.map((row) => ({
        key: String(row.id),
        label: wordsOf(row),
        detail: [row.ref, row.published.edtf === null ? [] : formatStatedDate(row.published)].flat().join('; '),
      }))}
      onText={setText}
      onTake={(key) => onChoose(Number(key))}
    />
  )
}

const NewSource = ({ source, onChange }: Props) => {
  const now = source ?? emptySource
  const set = (patch: Partial<SourceDraft>) => {
    const next = { ...now, ...patch }
    const isEmpty = [next.title, next.publisher, next.url].every((text) => text === null || text.trim() === '')
    onChange(isEmpty ? null : next)
  }
  const text = (name: 'title' | 'publisher' | 'author' | 'url', label: string) => (
    <TextField label={label} value={now[name] ?? ''} onChange={(event) => set({ [name]: event.target.value })} />
  )
  return (
    <div className={styles.grid}>
      {text('title', 'Title of the source')}
      {text('publisher', 'Publisher')}
      {text('author', 'Author')}
      {text('url', 'Address')}
      <TextField
        label="Published"
        hint="As people write it: 21 June 2025, June 2025"
        value={now.published === 'not stated' ? '' : now.published}
        onChange={(event) => set({ published: event.target.value === '' ? 'not stated' : event.target.value })}
      />
    </div>
  )
}
