import { useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { isNewAddress, isTypedInto } from '#client/lib/navigation-focus.ts'
import styles from './page-heading.module.css'

/** The page's only h1. It names the browser's tab, and takes the focus when another page is opened. */
export const PageHeading = ({
  title,
  tab = typeof title === 'string' ? title : null,
  above,
  children,
}: {
  title: ReactNode
  /** The words of the browser's tab, where the title is more than text. */
  tab?: string | null
  /** A short line above, such as the record's number. */
  above?: ReactNode
  /** A paragraph that leads in. */
  children?: ReactNode
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // The page that is drawn, not the one that is on its way: its own heading takes the focus.
  const address = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' })
  const { tabOf } = useDoor()
  useEffect(() => {
    if (tabOf !== undefined) document.title = tabOf(address)
    else if (tab !== null) document.title = `${tab} · Habeas`
  }, [tab, tabOf, address])
  useEffect(() => {
    if (isNewAddress(address) && !isTypedInto(address)) heading.current?.focus({ preventScroll: true })
  }, [address])
  return (
    <header className={styles.heading}>
      {above === undefined ? null : <p className={styles.ref}>{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children === undefined ? null : <div className={styles.lead}>{children}</div>}
    </header>
  )
}
