import { type RefCallback, useCallback, useState } from 'react'

/** The width in pixels of the element that gets the returned ref, as it changes; `first` until it is measured. */
export const useWidth = (first: number): readonly [ref: RefCallback<HTMLElement>, width: number] => {
  const [width, setWidth] = useState(first)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = () => setWidth(Math.max(200, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
