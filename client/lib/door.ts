import { createContext, use } from 'react'

export type NavLink = { readonly to: string; readonly label: string }

/** Which of the two doors a page is shown behind, and what that door adds to the shared shell. */
export type Door = {
  readonly name: 'public' | 'desk'
  /** Links beside those of the public pages. */
  readonly links: readonly NavLink[]
  /** A component at the right of the header, such as who is signed in. */
  readonly Corner?: () => React.ReactNode
}

export const DoorContext = createContext<Door>({ name: 'public', links: [] })
export const useDoor = (): Door => use(DoorContext)
