/*
 * A request in the words of the tools people work in. Each reads the CSV: one row per cell, columns
 * named once. docs/notebooks.md has the same, worked through.
 */

export const notebookTools = { url: 'URL', curl: 'curl', python: 'Python', r: 'R' } as const
export type NotebookTool = keyof typeof notebookTools

/** Code that asks for the numbers at an absolute address; `about` says in a comment what they rest on. */
export const notebookCode = (address: string, about: string): Readonly<Record<NotebookTool, string>> => {
  const comment = `# ${about.replaceAll('\n', ' ')}`
  return {
    url: address,
    curl: `${comment}\ncurl --fail --silent --show-error ${shellText(address)} --output numbers.csv`,
    python: `${comment}\nimport pandas as pd\n\nnumbers = pd.read_csv(\n    ${pythonText(address)},\n    keep_default_na=False, na_values=[""],\n)\nprint(numbers)`,
    r: `${comment}\nnumbers <- read.csv(\n  ${pythonText(address)},\n  fileEncoding = "UTF-8-BOM", na.strings = ""\n)\nprint(numbers)`,
  }
}

const shellText = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** In double quotes, which Python and R read alike. */
const pythonText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
