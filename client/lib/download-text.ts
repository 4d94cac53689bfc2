import { saveFile } from './save-file.ts'

/** Hands the reader a CSV made in the browser. The mark at the start tells spreadsheets it is UTF-8. */
export const downloadText = (name: string, text: string): void => saveFile(name, 'text/csv', `\uFEFF${text}`)
