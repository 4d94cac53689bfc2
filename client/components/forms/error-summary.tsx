import { type ReactNode, useEffect, useRef } from 'react'
import styles from './fields.module.css'

export type FieldProblem = { readonly id: string; readonly label: string; readonly message: string }

/** All that is wrong with a form, with a link to each field. Takes the focus when problems appear. */
export const ErrorSummary = ({
  problems,
  message,
  title = 'This could not be saved.',
  attempt = 0,
  children,
}: {
  problems: readonly FieldProblem[]
  message?: string | undefined
  /** Heads the summary when no field is to blame. */
  title?: string
  /** Counts the tries, so that the same problems take the focus again after another one. */
  attempt?: number
  /** What to do about it, where there is more to say than the message. */
  children?: ReactNode
}) => {
  const box = useRef<HTMLDivElement>(null)
  const isShown = problems.length > 0 || message !== undefined
  const content = isShown ? JSON.stringify([attempt, problems, message]) : ''
  useEffect(() => {
    if (content !== '') box.current?.focus()
  }, [content])
  if (!isShown) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <p>
        <strong>{problems.length === 0 ? title : 'Some fields need another look:'}</strong>
      </p>
      {message === undefined ? null : <p>{message}</p>}
      {children}
      {problems.length === 0 ? null : (
        <ul>
          {problems.map(({ id, label, message: problem }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  const field = document.getElementById(id)
                  field?.focus()
                  field?.scrollIntoView({ block: 'center' })
                }}
              >
                {label}: {problem}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
