import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Hears an event of anything inside an element, after what React's own handlers in there made of
 * it: one that they stopped is not heard. For elements without a role, which take no handlers.
 */
export const useHeardIn = <Name extends keyof DocumentEventMap>(
  element: RefObject<HTMLElement | null>,
  name: Name,
  handle: (event: DocumentEventMap[Name]) => void,
): void => {
  const hear = useEffectEvent((event: DocumentEventMap[Name]) => {
    // Its path is that of when it happened: what it happened to may be gone from the page since.
    if (element.current !== null && event.composedPath().includes(element.current)) handle(event)
  })
  useEffect(() => {
    document.addEventListener(name, hear)
    return () => document.removeEventListener(name, hear)
  }, [name])
}
