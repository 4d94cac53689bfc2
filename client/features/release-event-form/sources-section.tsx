import { memo } from 'react'
import { Section } from '#client/components/layout/section.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { type SourceRow, listSources } from '#contract/sources.ts'
import { withSourceAdded } from './change-draft.ts'
import type { SourceDraft } from './draft.ts'
import { Finder } from './finder.tsx'
import { focusSoon } from './focus-soon.ts'
import { useForm } from './form-context.ts'
import { newSource } from './new-rows.ts'
import styles from './release-event-form.module.css'
import { SourceRowFields } from './source-row.tsx'
import { sourceLabel } from './row-labels.ts'
import { useRows } from './use-rows.tsx'

/** Where it comes from: a source of the register, or a new one. The rest of the form refers to these. */
export const SourcesSection = memo(({ sources, text }: { sources: readonly SourceDraft[]; text: string }) => {
  const { change } = useForm()
  const { changeRow, removeRow, undo } = useRows('sources', 'find-sources')
  const q = useDebounced(text.trim())
  const answer = useAnswer(listSources, { query: { q, limit: 8 }, enabled: q !== '', keepPrevious: true })
  const add = (source: SourceDraft) => {
    change((draft) => withSourceAdded(draft, source))
    focusSoon(source.id === null ? `${source.uid}-title` : 'find-sources')
  }
  const take = (key: string) => {
    if (key === 'new') {
      const isAddress = /^https?:\/\//.test(text.trim())
      add(newSource(sources, isAddress ? { url: text.trim() } : { title: text.trim() }))
      return
    }
    const row = answer.data?.data.find(({ id }) => String(id) === key)
    if (row === undefined) return
    if (sources.some(({ id }) => id === row.id)) return
    add(newSource(sources, taken(row)))
  }
  return (
    <Section title="Sources" note="Each value below names one of these">
      {sources.map((source) => (
        <SourceRowFields key={source.uid} source={source} isOnly={sources.length === 1} onChange={changeRow} onRemove={removeRow} />
      ))}
      {undo}
      <div className={styles.finder}>
        <Finder
          name="sources"
          label={sources.length === 0 ? 'Source' : 'Another source'}
          hint="Type part of its title or publisher, or paste its address."
          text={text}
          asked={q}
          answer={answer}
          found={(q === '' ? [] : (answer.data?.data ?? [])).map((row) => ({
            key: String(row.id),
            label: sourceLabel({ ...newSource([], taken(row)) }),
            detail: [row.ref, row.published.edtf === null ? [] : formatStatedDate(row.published)].flat().join('; '),
          }))}
          extra={[{ key: 'new', label: `Start a new source: “${shortened(text.trim())}”` }]}
          onTake={take}
        />
      </div>
    </Section>
  )
})

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const taken = (row: SourceRow): Partial<SourceDraft> => ({
  id: row.id,
  title: row.title ?? '',
  publisher: row.publisher ?? '',
  url: row.url ?? '',
  published: row.published.edtf ?? 'not stated',
})
