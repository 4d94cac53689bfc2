/**
 * Moves the focus through the links in a search box: down from the field to the first one, up from
 * the first one back to the field. True where the key was an arrow and has been followed.
 */
export const stepThroughHits = (key: string, box: HTMLElement): boolean => {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false
  const field = box.querySelector<HTMLElement>('input[type="search"]')
  const stops = [field, ...box.querySelectorAll<HTMLElement>('a[href]')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at + (key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || !next) return false
  next.focus()
  return true
}
