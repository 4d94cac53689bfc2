/** The page that was opened first keeps the browser's own focus; each later one hands it to its heading. */
let focusedAddress: string | null = null
/** Where something was typed last. The address is that of the next page as soon as it is on its way. */
let typedAt: string | null = null

export const isNewAddress = (address: string): boolean => {
  const isFirst = focusedAddress === null
  const isNew = focusedAddress !== address
  focusedAddress = address
  return isNew && !isFirst
}

/** Someone went on typing while the page came: its heading leaves the focus to them. */
export const isTypedInto = (address: string): boolean =>
  typedAt === address && document.activeElement?.closest('input, textarea, select') != null

/** Notes where something is typed; gives what ends it. */
export const watchTyping = (): (() => void) => {
  const note = () => {
    typedAt = window.location.pathname
  }
  document.addEventListener('input', note)
  return () => document.removeEventListener('input', note)
}
