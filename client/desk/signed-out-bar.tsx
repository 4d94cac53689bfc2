import { Notice } from '../components/layout/notice.tsx'
import styles from './desk.module.css'

/** Says that the session has ended, above a page that stays as it is. */
export const SignedOutBar = () => (
  <div className={styles.bar}>
    <Notice tone="caution" live>
      <strong>You are signed out:</strong> sessions end after a while. What you typed is still here.{' '}
      <a href="/desk" target="_blank" rel="opener">
        Sign in again in a new tab
      </a>
      , then come back to this one and go on.
    </Notice>
  </div>
)
