import { getMount } from '#contract/editions.ts'
import { useAnswer } from './use-answer.ts'

/** True where the page shows an edition in which something was withheld since it came out. */
export const useRevised = (): boolean => (useAnswer(getMount).data?.edition?.revision ?? 0) > 0
