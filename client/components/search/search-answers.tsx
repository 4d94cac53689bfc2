import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { search } from '#contract/search.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { Checkbox } from '../forms/checkbox.tsx'
import { SearchHits } from './search-hits.tsx'
import { countHits, hitGroups } from './hit-words.ts'
import { stepThroughHits } from './step-through-hits.ts'
import styles from './search-answers.module.css'

/** Of each kind, as many as leave room for the others. */
const most = 4

/** What the box has found so far, as links; the words of the latest question win. */
export const SearchAnswers = ({
  q,
  exact,
  onExact,
  onDone,
}: {
  q: string
  exact: boolean
  onExact: (exact: boolean) => void
  onDone: () => void
}) => {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = panel.current?.closest('form')
    const onKeyDown = (event: KeyboardEvent) => {
      if (box && stepThroughHits(event.key, box)) event.preventDefault()
    }
    box?.addEventListener('keydown', onKeyDown)
    return () => box?.removeEventListener('keydown', onKeyDown)
  }, [])
  const asked = useDebounced(q)
  const query = { q: asked, limit: most, ...(exact ? { exact: 'yes' } : {}) }
  const { data, error, isPlaceholderData } = useAnswer(search, { query, keepPrevious: true })
  const isBehind = asked !== q || isPlaceholderData
  const status =
    error === null ? (data === undefined || isBehind ? '' : countHits(data, asked)) : `The search was not answered. ${error.message}`
  return (
    // A click beside its links keeps the focus in it, and it open.
    <div ref={panel} className={styles.panel} tabIndex={-1}>
      <output className={styles.status}>{status === '' ? 'Looking…' : status}</output>
      {data === undefined || error !== null ? null : (
        <div className={styles.groups} aria-busy={isBehind}>
          {hitGroups(data).map((group) => (
            <div key={group.label} className={styles.group}>
              <p className={styles.label}>{group.label}</p>
              <SearchHits hits={group.hits} label={group.label} onFollow={onDone} brief />
            </div>
          ))}
        </div>
      )}
      <div className={styles.foot}>
        <Checkbox label="Exactly as typed" checked={exact} onChange={(event) => onExact(event.target.checked)} />
        <Link to="/search" search={{ q, ...(exact ? { exact: 'yes' } : {}) }} onClick={onDone}>
          All results <kbd className={styles.key}>Enter</kbd>
        </Link>
      </div>
    </div>
  )
}
