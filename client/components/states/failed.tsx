import { ApiError } from '#client/lib/api-error.ts'
import { Button } from '../forms/button.tsx'
import styles from './states.module.css'

/** What went wrong in the server's own words, and a way to try again. */
export const Failed = ({ error, retry, what }: { error: Error; retry?: () => void; what?: string }) => {
  const fields = error instanceof ApiError ? Object.entries(error.fields) : []
  return (
    <div className={`${styles.state} ${styles.failed}`} role="alert">
      <p className={styles.title}>{what === undefined ? 'This could not be loaded.' : `${what} could not be loaded.`}</p>
      <p>{error.message}</p>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(([field, message]) => (
            <li key={field}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {retry === undefined ? null : <Button onClick={retry}>Try again</Button>}
    </div>
  )
}
