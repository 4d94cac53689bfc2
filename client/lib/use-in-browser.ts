import { useSyncExternalStore } from 'react'

const live = () => true
const never = () => () => undefined

/**
 * What only the browser knows, such as its clock or the page's own address: `before` where the
 * page is drawn ahead by the server, and what `read` gives from then on. `read` gives a plain
 * value that does not change while the page is open.
 */
export const useInBrowser = <Value extends string | number | boolean | null>(read: () => Value, before: Value): Value =>
  useSyncExternalStore<Value>(never, read, () => before)

/**
 * False while a page that the server drew ahead waits for its scripts. What works only by them is
 * `inert` until then: it takes no click and no focus that would be lost.
 */
export const useIsLive = (): boolean => useInBrowser(live, false)
