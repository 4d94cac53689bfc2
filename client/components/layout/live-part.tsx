import type { ReactNode } from 'react'
import { useIsLive } from '#client/lib/use-in-browser.ts'

/**
 * Controls among what the server drew ahead. The page around them is not drawn anew when they
 * come alive: what of it is still waiting for its scripts would be thrown away and drawn again.
 */
export const LivePart = ({ children }: { children: ReactNode }) => <div inert={!useIsLive()}>{children}</div>
