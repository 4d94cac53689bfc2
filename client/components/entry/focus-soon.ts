const focus = (id: string): boolean => {
  const field = document.getElementById(id)
  field?.focus()
  return field !== null
}

/**
 * Puts the focus on a field that is about to be drawn: as soon as React has drawn what the event at
 * hand changed, which it does in a microtask, so that the next key already lands there.
 */
export const focusSoon = (id: string): void => {
  queueMicrotask(() => {
    if (!focus(id)) requestAnimationFrame(() => focus(id))
  })
}
