import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinted = false
const listeners = new Set<() => void>()

const told = (printed: boolean): void => {
  if (printed === isPrinted) return
  isPrinted = printed
  // The paper is laid out as soon as the event is over: what it shows is drawn before.
  flushSync(() => listeners.forEach((listener) => listener()))
}
const onBefore = () => told(true)
const onAfter = () => told(false)
const onMedia = ({ matches }: MediaQueryListEvent) => told(matches)
const paper = typeof window === 'undefined' ? null : matchMedia('print')

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    addEventListener('beforeprint', onBefore)
    addEventListener('afterprint', onAfter)
    paper?.addEventListener('change', onMedia)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('beforeprint', onBefore)
    removeEventListener('afterprint', onAfter)
    paper?.removeEventListener('change', onMedia)
  }
}

/** True while the page is put on paper: what stands only there costs the screen nothing. */
export const useIsPrinted = (): boolean => useSyncExternalStore(subscribe, () => isPrinted, () => false)
