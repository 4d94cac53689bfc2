import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** A link that names a chart leads to it, once: when every chart has its numbers and stays where it is. */
export const useLinkedChart = (): void => {
  const isWaiting = useIsFetching() > 0
  const isThere = useRef(false)
  useEffect(() => {
    if (isWaiting || isThere.current) return
    const chart = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
    if (chart === null) return
    isThere.current = true
    chart.scrollIntoView()
  }, [isWaiting])
}
