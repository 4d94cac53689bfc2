import type { ReactNode } from 'react'

/** What a field takes whose text is kept as it is typed, whatever it is read as. */
export type TypedField = {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly text: string
  readonly onText: (text: string) => void
}
