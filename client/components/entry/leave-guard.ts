import { useBlocker } from '@tanstack/react-router'
import type { RefObject } from 'react'

/** Asks before the page is left while something is typed and not saved: in the browser's own words, or ours within the desk. */
export const useLeaveGuard = (isDirty: RefObject<boolean>): void => {
  useBlocker({
    shouldBlockFn: () => isDirty.current && !window.confirm('What you typed is not saved. Leave this form and lose it?'),
    enableBeforeUnload: () => isDirty.current,
  })
}
