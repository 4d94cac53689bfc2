import { useBlocker } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { isLeavingAtOnce } from '#client/lib/quick-leave.ts'

/** Asks before the page is left while something is typed that is not saved, not even as a draft: in the browser's own words, or ours within the desk. */
export const useLeaveGuard = (isUnsaved: RefObject<boolean>): void => {
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      isUnsaved.current &&
      !window.confirm('What you typed is not saved. Leave this form and lose it?'),
    enableBeforeUnload: () => isUnsaved.current && !isLeavingAtOnce(),
  })
}
