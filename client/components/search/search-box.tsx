import { useLocation, useNavigate } from '@tanstack/react-router'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLater } from '#client/lib/use-later.ts'
import { useShown } from '#client/lib/use-shown.ts'
import styles from './search-box.module.css'

const loadAnswers = () => import('./search-answers.tsx')

/**
 * The one search box, in the header of every page. `/` leads to it, what is typed is answered
 * below it, Enter opens all results, Escape leaves. What answers is loaded once it is used; until
 * then, and without it, the box is a form that opens the results.
 */
export const SearchBox = () => {
  const navigate = useNavigate()
  const asked = useLocation({ select: ({ pathname, search }) => (pathname === '/search' ? (search as Asked) : none) })
  const [text, setText] = useShown(asked.q ?? '')
  const [exact, setExact] = useShown(asked.exact === 'yes')
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const later = useLater(loadAnswers, isOpen)
  useSlash(input)

  const leave = () => {
    setOpen(false)
    input.current?.blur()
  }
  const search = { q: text.trim(), ...(exact ? { exact: 'yes' } : {}) }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (later === null || !later.stepThroughHits(event.key, box.current, input.current)) return
    event.preventDefault()
  }
  return (
    <search className={styles.search}>
      <form
        ref={box}
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(false)
          void navigate({ to: '/search', search })
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={({ relatedTarget, currentTarget }: FocusEvent) => setOpen(currentTarget.contains(relatedTarget))}
      >
        <input
          ref={input}
          className={styles.box}
          type="search"
          aria-label="Search people and records"
          aria-keyshortcuts="/"
          placeholder="Search people and records"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
          }}
        />
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
        {isOpen && later !== null && search.q !== '' ? (
          <later.SearchAnswers q={search.q} exact={exact} onExact={setExact} onDone={() => setOpen(false)} />
        ) : null}
      </form>
    </search>
  )
}

type Asked = { readonly q?: string; readonly exact?: string }
const none: Asked = {}

/** The slash leads to the box, but not where it is being typed or a dialog is open. */
const useSlash = (input: { readonly current: HTMLInputElement | null }): void => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyped) return
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [input])
}
