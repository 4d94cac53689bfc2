import { useEffect, useState } from 'react'

/** A value that follows once it has rested for a moment, in milliseconds: a question for each word, not each letter. */
export const useDebounced = <Value,>(value: Value, restMs = 150): Value => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}
