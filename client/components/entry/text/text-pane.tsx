import type { UseQueryResult } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, type RefObject, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type Capture, type Suggestion, getSuggestions } from '#contract/captures.ts'
import { MarkedText } from './marked-text.tsx'
import { neighbouring, trimmed, widened } from './select-in-text.ts'
import styles from './text.module.css'
import type { Words } from './words.ts'

/** What a take did: a sentence, and whether it did anything. */
export type Said = { readonly words: string; readonly isProblem: boolean }

export type TakeButton = { readonly key: string; readonly label: string }

const none: readonly Suggestion[] = []
const textBoxId = 'text-of-the-source'

/**
 * The text of a source beside the form. Words are selected in it, and a key or a button takes
 * them into a field, with their place. What may be a value is marked, and taken only so.
 */
export const TextPane = ({
  capture,
  source,
  takes,
  box,
  selected,
  isNew,
  onTake,
}: {
  capture: Capture
  /** The key of the source whose text it is. */
  source: string
  takes: readonly TakeButton[]
  box: RefObject<HTMLTextAreaElement | null>
  /** Gives the words selected here to whoever asks from the form. */
  selected: Ref<() => Words | null>
  /** Just brought: the next thing to do is to select words in it. */
  isNew: boolean
  onTake: (key: string, words: Words) => Said
}) => {
  const hintId = useId()
  const found = useAnswer(getSuggestions, { params: { id: capture.id } })
  const suggestions = found.data?.data ?? none
  const isReading = found.isPending
  const [said, setSaid] = useState<Said | null>(null)
  const [at, setAt] = useState<Suggestion | null>(null)
  const taken = useRef({ start: -1, end: -1 })
  const { text } = capture

  useEffect(() => {
    if (!isNew) return
    box.current?.focus()
    box.current?.setSelectionRange(0, 0)
  }, [isNew, box])

  const span = () => ({ start: box.current?.selectionStart ?? 0, end: box.current?.selectionEnd ?? 0 })
  const select = ({ start, end }: { start: number; end: number }) => {
    box.current?.focus()
    box.current?.setSelectionRange(start, end)
  }
  const follow = () => {
    const now = span()
    // What was done with these words is said until others are selected.
    if (now.start !== taken.current.start || now.end !== taken.current.end) setSaid(null)
    setAt(suggestions.find(({ start, end }) => start === now.start && end === now.end) ?? null)
  }
  useImperativeHandle(selected, () => () => wordsOf(text, span(), suggestions, source))
  const step = (by: 1 | -1) => {
    const next = neighbouring(suggestions, span(), by)
    if (next !== null) select(next)
  }
  const take = (key: string) => {
    const words = wordsOf(text, span(), suggestions, source)
    taken.current = span()
    if (words !== null && isReading) {
      // What the words mean comes with the suggestions: taken before, a person or a country would be missed.
      setSaid({ words: 'The text is still being read. Press the key again in a moment.', isProblem: true })
      return
    }
    setSaid(words === null ? { words: 'Select the words in the text first.', isProblem: true } : onTake(key, words))
  }
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return
    const key = pressed.key
    if (key === 's') step(1)
    else if (key === 'S') step(-1)
    else if (key === 'w') select(widened(text, span()))
    else if (takes.some((one) => one.key === key)) take(key)
    else return
    pressed.preventDefault()
  }
  return (
    <>
      <MarkedText id={textBoxId} text={text} suggestions={suggestions} hintId={hintId} box={box} onKeyDown={onKeyDown} onSelect={follow} />
      <output className={said?.isProblem === true ? `${styles.said} ${styles.problem}` : styles.said}>
        {said?.words ?? (at === null ? summaryOf(found) : `${kindWords[at.kind]}: ${at.reading}`)}
      </output>
      <div className={styles.buttons}>
        <Button small onClick={() => step(-1)}>
          <VisuallyHidden>Go to the suggestion before, key Shift S</VisuallyHidden>
          <span aria-hidden="true">‹</span>
        </Button>
        <Button small onClick={() => step(1)}>
          Next suggestion <kbd className={styles.key}>s</kbd>
        </Button>
        <Button small onClick={() => select(widened(text, span()))}>
          Whole sentence <kbd className={styles.key}>w</kbd>
        </Button>
      </div>
      <fieldset className={styles.takes}>
        <legend>Put the selected words to</legend>
        <div className={styles.buttons}>
          {takes.map(({ key, label }) => (
            <Button key={key} small onClick={() => take(key)}>
              {label} <kbd className={styles.key}>{key}</kbd>
            </Button>
          ))}
        </div>
      </fieldset>
      <p id={hintId} className={styles.hint}>
        Select words, then press a key in the text or a button. F2 comes back to the text from any field.
      </p>
    </>
  )
}

const summaryOf = ({ data, error }: Pick<UseQueryResult<{ readonly data: readonly Suggestion[] }>, 'data' | 'error'>): string => {
  if (data !== undefined) return counted(data.data.length, 'suggestion', 'suggestions')
  return error === null ? 'Reading the text …' : `No suggestions: ${error.message}`
}

const kindWords = { number: 'A number', date: 'A date', country: 'A country', person: 'Someone of the register' } as const

/** The selected words with what may be meant in them, or null where none are selected. */
const wordsOf = (
  text: string,
  selected: { readonly start: number; readonly end: number },
  suggestions: readonly Suggestion[],
  source: string,
): Words | null => {
  const span = trimmed(text, selected)
  if (span === null) return null
  return {
    quote: text.slice(span.start, span.end),
    at: span.start,
    source,
    near: suggestions.filter(({ start, end }) => start >= span.start && end <= span.end),
  }
}
