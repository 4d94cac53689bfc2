import { createContext, use } from 'react'
import type { RecordKind } from '#contract/proposal-kinds.ts'

export type NavLink = { readonly to: string; readonly label: string }

/** Which of the two doors a page is shown behind, and what that door adds to the shared shell. */
export type Door = {
  readonly name: 'public' | 'desk'
  /** True for a page that stands inside someone else's. */
  readonly isEmbedded?: boolean
  /** Links beside those of the public pages. */
  readonly links: readonly NavLink[]
  /** Which pages the reader is led to; without it, all. */
  readonly maySee?: (to: string) => boolean
  /** False where a file may not be taken now; the reader may be asked for something first. */
  readonly beforeDownload?: () => Promise<boolean>
  /** A component at the right of the header, such as who is signed in. */
  readonly Corner?: () => React.ReactNode
  /** What may be done with a record, shown under its heading. */
  readonly RecordActions?: (props: { readonly record: RecordKind; readonly id: number }) => React.ReactNode
  /** The words of the browser's tab for an address, where a page's own may not stand there. */
  readonly tabOf?: (pathname: string) => string
}

export const DoorContext = createContext<Door>({ name: 'public', links: [] })
export const useDoor = (): Door => use(DoorContext)
