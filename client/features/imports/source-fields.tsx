import { TextField } from '#client/components/forms/text-field.tsx'
import styles from './imports.module.css'
import { type SourceDraft, emptySource } from './settings.ts'

/** Where the file comes from: every value of it rests on this source. */
export const SourceFields = ({ source, onChange }: { source: SourceDraft | null; onChange: (source: SourceDraft | null) => void }) => {
  const now = source ?? emptySource
  const set = (patch: Partial<SourceDraft>) => {
    const next = { ...now, ...patch }
    const isEmpty = [next.title, next.publisher, next.url].every((text) => text === null || text.trim() === '')
    onChange(isEmpty && next.id === null ? null : next)
  }
  const text = (name: 'title' | 'publisher' | 'author' | 'url', label: string) => (
    <TextField label={label} value={now[name] ?? ''} onChange={(event) => set({ [name]: event.target.value })} />
  )
  return (
    <fieldset className={styles.source}>
      <legend>Source of the whole file</legend>
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
    </fieldset>
  )
}
