import type { ReactNode } from 'react'
import { useIsPrinted } from '#client/lib/use-is-printed.ts'

/** What is drawn only while the page is printed. */
export const OnPaper = ({ children }: { children: ReactNode }) => (useIsPrinted() ? children : null)
