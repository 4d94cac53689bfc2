import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Suggestion } from '#contract/captures.ts'
import { markedParts } from './select-in-text.ts'
import styles from './text.module.css'

/**
 * A text that words are selected in, by pointer or by keyboard, and that cannot be changed. What
 * may be a value is marked behind it: a text box draws no marks itself.
 */
export const MarkedText = ({
  id,
  text,
  suggestions,
  hintId,
  box,
  onKeyDown,
  onSelect,
}: {
  id: string
  text: string
  suggestions: readonly Suggestion[]
  hintId: string
  box: RefObject<HTMLTextAreaElement | null>
  onKeyDown: (pressed: KeyboardEvent) => void
  onSelect: () => void
}) => {
  const marks = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => markedParts(text, suggestions), [text, suggestions])
  useEffect(() => {
    const element = box.current
    // A read-only box shows no caret, by which a keyboard selects: so it refuses what is typed instead.
    const refuse = (event: Event) => event.preventDefault()
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [box])
  return (
    <div className={styles.sheet}>
      <div ref={marks} className={styles.marks} aria-hidden="true">
        {parts.map(({ start, text: words, marked }) => (marked ? <mark key={start}>{words}</mark> : words))}
        {'\n'}
      </div>
      <textarea
        id={id}
        ref={box}
        className={styles.words}
        aria-label="Text of the source"
        aria-readonly="true"
        aria-describedby={hintId}
        value={text}
        spellCheck={false}
        onChange={() => undefined}
        onDrop={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onSelect={onSelect}
        onScroll={(event) => {
          if (marks.current !== null) marks.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
