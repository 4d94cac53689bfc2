import styles from './states.module.css'

export const Loading = ({ what = 'the page' }: { what?: string }) => (
  <p className={styles.loading} role="status">
    Loading {what} …
  </p>
)
