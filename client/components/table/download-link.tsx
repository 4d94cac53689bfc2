import type { MouseEvent, ReactNode } from 'react'
import { useDoor } from '#client/lib/door.ts'

/** A link to a file of many records. At the desk the password may be asked for first. */
export const DownloadLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const { beforeDownload } = useDoor()
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (beforeDownload === undefined) return
    event.preventDefault()
    const address = event.currentTarget.href
    void beforeDownload().then((allowed) => {
      // The answer is a file: the page stays.
      if (allowed) location.assign(address)
    })
  }
  return (
    <a href={href} download="" onClick={onClick}>
      {children}
    </a>
  )
}
