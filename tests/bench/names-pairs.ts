/** One spelling of one person's name. */
export type Variant = { readonly person: string; readonly text: string }

/**
 * Reads a tab-separated list with a header that has the columns `person` and `variant` (others,
 * such as `script_lang`, are not used by the measures). Empty lines are skipped.
 * @throws Error that names the line where a column is missing
 */
export const parsePairs = (file: string): readonly Variant[] => {
  const [header = '', ...lines] = file.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = header.split('\t')
  const person = columns.indexOf('person')
  const variant = columns.indexOf('variant')
  if (person < 0 || variant < 0) throw new Error('line 1: the header needs the columns person and variant')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const cells = line.split('\t')
    const id = cells[person]?.trim()
    const text = cells[variant]?.trim()
    if (!id || !text) throw new Error(`line ${index + 2}: person or variant is empty`)
    return [{ person: id, text }]
  })
}
