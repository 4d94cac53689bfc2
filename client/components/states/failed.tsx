import { Link } from '@tanstack/react-router'
import { ApiError } from '#client/lib/api-error.ts'
import { Button, buttonClass } from '../forms/button.tsx'
import styles from './states.module.css'

/** What went wrong in the server's own words, and a way to try again. */
export const Failed = ({ error, retry, what }: { error: Error; retry?: () => void; what?: string }) => {
  const fields = error instanceof ApiError ? error.fields : {}
  const problems = Object.entries(fields)
  const isLostPage = 'cursor' in fields
  return (
    <div className={`${styles.state} ${styles.failed}`} role="alert">
      <p className={styles.title}>{what === undefined ? 'This could not be loaded.' : `${what} could not be loaded.`}</p>
      <p>{isLostPage ? 'The link leads to a page that this list does not have, or not in this order.' : error.message}</p>
      {isLostPage || problems.length === 0 ? null : (
        <ul>
          {problems.map(([field, message]) => (
            <li key={field}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {isLostPage ? (
        // A page of a list that cannot be found is not found by asking again.
        <Link
          to="."
          search={(now: Readonly<Record<string, string | undefined>>) => ({ ...now, cursor: undefined })}
          className={buttonClass()}
        >
          First page
        </Link>
      ) : retry === undefined ? null : (
        <Button onClick={retry}>Try again</Button>
      )}
    </div>
  )
}
