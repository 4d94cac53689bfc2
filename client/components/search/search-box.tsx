import { useLocation, useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useHeardIn } from '#client/lib/use-heard-in.ts'
import { useIsLive } from '#client/lib/use-in-browser.ts'
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
  const [exact, setExact] = useShown(asked.exact !== undefined && asked.exact !== 'no')
  const isLive = useIsLive()
  const [isOpen, setOpen] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const later = useLater(loadAnswers, isOpen)
  useKeys(input, () => setOpen(false))
  // Where the focus is opens and closes what stands below.
  useHeardIn(form, 'focusin', () => setOpen(true))
  useHeardIn(form, 'focusout', ({ relatedTarget }) => setOpen(relatedTarget instanceof Node && form.current?.contains(relatedTarget) === true))

  const search = { q: text.trim(), ...(exact ? { exact: 'yes' } : {}) }
  return (
    <search className={styles.search} inert={!isLive}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(false)
          void navigate({ to: '/search', search })
        }}
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

/** The slash leads to the box, but not where it is being typed or a dialog is open; Escape leaves the box. */
const useKeys = (input: RefObject<HTMLInputElement | null>, close: () => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    const isWritten = event.target.closest('input, textarea, select, [contenteditable], dialog') !== null
    if (event.key === 'Escape' && input.current?.form?.contains(event.target) === true) {
      close()
      event.target.blur()
    } else if (event.key === '/' && !isWritten && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.current?.select()
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
