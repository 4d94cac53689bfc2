/**
 * Moves the focus through the links under the search box: down from the box to the first one,
 * up from the first one back to the box. True where the key was one of ours and has been followed.
 */
export const stepThroughHits = (key: string, box: HTMLElement | null, input: HTMLElement | null): boolean => {
  if (box === null || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
  const links = [...box.querySelectorAll<HTMLElement>('a[href]')]
  const at = links.findIndex((link) => link === document.activeElement)
  if (links.length === 0 || (at === -1 && document.activeElement !== input)) return false
  const next = at + (key === 'ArrowDown' ? 1 : -1)
  const target = next < 0 ? input : links[Math.min(next, links.length - 1)]
  target?.focus()
  return true
}
