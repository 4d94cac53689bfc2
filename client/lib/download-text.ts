/** Hands the reader a file made in the browser. The mark at the start tells spreadsheets it is UTF-8. */
export const downloadText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
