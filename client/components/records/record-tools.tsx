import type { ReactNode } from 'react'
import { PrintNote } from './print-note.tsx'
import styles from '../table/list-tools.module.css'

/** Under a record's heading: citing it and taking it along; on paper, where it stays. */
export const RecordTools = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <div className={`${styles.tools} ${styles.under}`} data-screen-only="">
      {children}
    </div>
    <PrintNote title={title} />
  </>
)
