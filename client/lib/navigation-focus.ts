/** The page that was opened first keeps the browser's own focus; each later one hands it to its heading. */
let focusedAddress: string | null = null

export const isNewAddress = (address: string): boolean => {
  const isFirst = focusedAddress === null
  const isNew = focusedAddress !== address
  focusedAddress = address
  return isNew && !isFirst
}
