import { useState } from 'react'

/**
 * A control's value as the reader has just set it, until the value it stands for follows. The
 * address of a page changes a moment after the click, and a control must not flicker back.
 */
export const useShown = <Value>(value: Value): readonly [shown: Value, show: (value: Value) => void] => {
  const [shown, setShown] = useState(value)
  const [followed, setFollowed] = useState(value)
  if (followed !== value) {
    setFollowed(value)
    setShown(value)
  }
  return [shown, setShown]
}
