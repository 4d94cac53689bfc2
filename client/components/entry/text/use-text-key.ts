import { type RefObject, useEffect } from 'react'

/** F2 goes to the text from anywhere on the page. */
export const useTextKey = (box: RefObject<HTMLTextAreaElement | null>): void => {
  useEffect(() => {
    const onKeyDown = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'F2' || box.current === null) return
      pressed.preventDefault()
      box.current.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [box])
}
