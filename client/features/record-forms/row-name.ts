import { capitalised } from '#client/lib/capitalised.ts'
import type { RowShape } from '#contract/record-shape.ts'
import type { RowDraft } from './record-draft.ts'

/** What a row is called where it is spoken of: "Charge 361-1", "Detention 2". */
export const rowName = ({ noun, fields: [main] }: RowShape, { values }: Pick<RowDraft, 'values'>, index: number): string => {
  const typed = (main === undefined ? '' : (values[main.name] ?? '')).trim()
  const words = main?.type === 'code' ? (main.unstated === typed ? '' : (main.labels?.[typed] ?? '').toLowerCase()) : typed
  return words === '' ? `${capitalised(noun)} ${index + 1}` : `${capitalised(noun)} ${words}`
}
