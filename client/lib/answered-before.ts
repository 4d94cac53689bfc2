import type { QueryClient } from '@tanstack/react-query'
import type { DrawnPage } from '#contract/drawn-page.ts'
import { keyOfRead } from './use-answer.ts'

/** Takes in answers that came with the page, so that nothing asks for them again. */
export const answered = (queries: QueryClient, answers: DrawnPage['answers']): void => {
  for (const [address, answer] of answers) queries.setQueryData(keyOfRead(address), answer)
}
