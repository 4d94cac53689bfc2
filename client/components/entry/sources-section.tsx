import { memo, useCallback } from 'react'
import { Section } from '#client/components/layout/section.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { type SourceRow, listSources } from '#contract/sources.ts'
import type { SourceDraft } from './entry-draft.ts'
import { Finder } from './finder.tsx'
import { focusSoon } from './focus-soon.ts'
import { useForm } from './form-context.ts'
import styles from './entry.module.css'
import { SourceRowFields } from './source-row.tsx'
import { newSource, sourceLabel, withSourceAdded, withSourceRemoved } from './source-draft.ts'
import { useRemoval } from './use-removal.tsx'

/** Where it comes from: a source of the register, or a new one. The rest of the form refers to these. */
export const SourcesSection = memo(({ sources, text }: { sources: readonly SourceDraft[]; text: string }) => {
  const { change, mapEvidence } = useForm()
  const { remove, undo } = useRemoval('find-sources')
  const changeRow = useCallback(
    (uid: string, patch: Partial<SourceDraft>) =>
      change((draft) => ({ ...draft, sources: draft.sources.map((row) => (row.uid === uid ? { ...row, ...patch } : row)) })),
    [change],
  )
  const removeRow = useCallback(
    (uid: string, name: string) =>
      remove({
        name,
        without: (draft) => withSourceRemoved(draft, uid, mapEvidence),
        putBack: (now, before) => {
          const at = before.sources.findIndex((row) => row.uid === uid)
          return { ...now, sources: now.sources.toSpliced(at, 0, ...before.sources.slice(at, at + 1)) }
        },
      }),
    [remove, mapEvidence],
  )
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
