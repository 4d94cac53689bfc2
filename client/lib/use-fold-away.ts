import { type RefObject, useEffect, useRef } from 'react'

/** For something unfolded over the page: folds it away at Escape and when the reader turns elsewhere. */
export const useFoldAway = (): RefObject<HTMLDetailsElement | null> => {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = box.current
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && element?.contains(event.target) === false
      if (isOutside) element?.removeAttribute('open')
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || element?.open !== true) return
      element.removeAttribute('open')
      element.querySelector('summary')?.focus()
    }
    element?.addEventListener('keydown', closeByKey)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      element?.removeEventListener('keydown', closeByKey)
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  return box
}
