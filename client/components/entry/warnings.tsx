import { Notice } from '#client/components/layout/notice.tsx'
import styles from './entry.module.css'

/** What cannot well be so; it comes and goes with what is typed. */
export const Warnings = ({ warnings }: { warnings: readonly string[] }) => (
  <output className={styles.warnings}>
    {warnings.length === 0 ? null : (
      <Notice tone="caution">
        <p>
          <strong>Look at this again.</strong> It can be saved so; the reviewer is told the same.
        </p>
        <ul className={styles.warningList}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </Notice>
    )}
  </output>
)
