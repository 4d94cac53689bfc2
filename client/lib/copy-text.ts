/**
 * Copies all of a field's text. False where the browser does not let it (no permission, a page
 * without HTTPS, an old browser): the text is then selected, so that the reader can copy it by key.
 */
export const copyText = async (field: HTMLTextAreaElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.focus()
    field.select()
    // Kept by browsers for pages without HTTPS, where there is no clipboard to write to.
    return document.execCommand('copy')
  }
}
