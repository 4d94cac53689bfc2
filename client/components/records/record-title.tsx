import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './record-lists.module.css'

/** A record's title as the link to it, with its number. */
export const RecordTitle = ({ link, note, children }: { link: LinkProps; note: string; children: ReactNode }) => (
  <>
    <Link {...link} className={styles.title ?? ''}>
      {children}
    </Link>{' '}
    <span className={styles.ref}>{note}</span>
  </>
)
