import { type RefCallback, startTransition, useCallback, useState } from 'react'
import { useIsLive } from './use-in-browser.ts'

/** The width in pixels of the element that gets the returned ref, as it changes; `first` until it is measured. */
export const useWidth = (first: number): readonly [ref: RefCallback<HTMLElement>, width: number] => {
  const [width, setWidth] = useState(first)
  const isLive = useIsLive()
  const [isDrawnAhead] = useState(!isLive)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      const take = () => setWidth(Math.max(200, Math.floor(element.clientWidth)))
      // What the server drew is in its place already: it takes its own width when there is time for it.
      const measure = () => (isDrawnAhead ? startTransition(take) : take())
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [isDrawnAhead],
  )
  return [ref, width]
}
