import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { type EvidenceDraft, type SourceDraft, newEvidence } from './entry-draft.ts'
import { EvidencePiece, type SupportedValue } from './evidence-piece.tsx'
import { focusSoon } from './focus-soon.ts'
import { useForm, useHasProblem } from './form-context.ts'
import { Overtaken } from './overtaken.tsx'
import styles from './entry.module.css'
import { sourceLabel } from './source-draft.ts'
import type { StatedValues } from './stated-values.ts'
import { QuoteSelected } from './text/quote-selected.tsx'
import { useSelectedWords } from './text/selected-words.ts'
import { type Words, withWords } from './text/words.ts'

/** What a value or a row rests on, folded into one line until it is wanted. */
export const EvidenceDisclosure = ({
  of,
  evidence,
  values,
  current,
  onChange,
}: {
  /** What it is the evidence of, for those who listen: "the date". */
  of: string
  evidence: readonly EvidenceDraft[]
  /** The values of the row that a source can support; one needs no choosing. */
  values: readonly SupportedValue[]
  /** The row's values as they are now. */
  current: StatedValues
  onChange: (evidence: readonly EvidenceDraft[]) => void
}) => {
  const { sources, mainSource } = useForm()
  const [wasOpened, setOpened] = useState(false)
  const isOpen = useHasProblem(evidence.map(({ uid }) => uid)) || wasOpened
  const change = (uid: string, patch: Partial<EvidenceDraft>) =>
    onChange(evidence.map((item) => (item.uid === uid ? { ...item, ...patch } : item)))
  const selected = useSelectedWords()
  const quoteWords = (words: Words) =>
    onChange(withWords(evidence, words, { supports: values.map(({ name }) => name), mainSource }).evidence)
  const add = () => {
    const piece = newEvidence(values.map(({ name }) => name))
    onChange([...evidence, piece])
    setOpened(true)
    focusSoon(`${piece.uid}-quote`)
  }
  return (
    <div className={styles.evidence}>
      <Button small kind="plain" aria-expanded={isOpen} onClick={() => setOpened(!isOpen)}>
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        Source and quote
        <VisuallyHidden> for {of}</VisuallyHidden>
      </Button>
      {current[values[0]?.name ?? ''] !== null || evidence.some(({ quote }) => quote.trim() !== '') ? (
        <span className={evidence.length === 0 ? styles.missing : styles.summed}>
          {summed(evidence, sources, mainSource)}
        </span>
      ) : null}
      {selected === null ? null : <QuoteSelected of={of} selected={selected} onQuote={quoteWords} />}
      {evidence.map((item) => (
        <Overtaken key={item.uid} piece={item} values={values} current={current} sources={sources} onChange={(patch) => change(item.uid, patch)} />
      ))}
      {isOpen ? (
        <fieldset className={styles.pieces} aria-label={`Sources for ${of}`}>
          {evidence.map((item) => (
            <EvidencePiece
              key={item.uid}
              piece={item}
              values={values}
              onChange={(patch) => change(item.uid, patch)}
              onRemove={() => onChange(evidence.filter((other) => other !== item))}
            />
          ))}
          <Button small onClick={add}>
            {evidence.length === 0 ? 'Add a source' : 'Add another source'}
            <VisuallyHidden> for {of}</VisuallyHidden>
          </Button>
        </fieldset>
      ) : null}
    </div>
  )
}

/** "Reuters: 52 freed; quoted", "2 sources; no words kept". */
const summed = (evidence: readonly EvidenceDraft[], sources: readonly SourceDraft[], mainSource: string): string => {
  if (evidence.length === 0) return 'no source'
  const keys = new Set(evidence.map(({ source }) => (source === 'main' ? mainSource : source)))
  const [only] = keys
  const source = sources.find(({ key }) => key === only)
  const from = keys.size > 1 ? `${keys.size} sources` : source === undefined ? 'source to be chosen' : shortened(sourceLabel(source))
  return `${from}; ${evidence.some(({ quote }) => quote.trim() !== '') ? 'quoted' : 'no words kept'}`
}

const shortened = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text)
