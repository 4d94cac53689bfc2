import { SearchWords } from '#contract/common.ts'
import { z } from '#contract/zod.ts'

/** The address of the results: the words, and whether they are meant letter by letter; or the records a citation lists in their place. */
export const resultsSearch = z.strictObject({
  q: SearchWords.optional(),
  found: z.string().max(4000).optional(),
  exact: z
    .enum(['yes', 'no', '1', 'true'])
    .default('no')
    .transform((said) => said !== 'no'),
})
