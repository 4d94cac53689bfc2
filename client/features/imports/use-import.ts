import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '#client/lib/api-error.ts'
import { importRef } from '#client/lib/import-ref.ts'
import { answerKey, useAnswer } from '#client/lib/use-answer.ts'
import type { Import } from '#contract/import-view.ts'
import { getImport } from '#contract/imports.ts'

/** An import, asked for again while something is being done with it. */
export const useImport = (id: string) => useAnswer(getImport, { params: { id }, askAgain: ({ task }) => task !== null })

/** What a change of an import is sent with: its number and the version that was seen. */
export type Aimed = { readonly params: { readonly id: string }; readonly ifMatch: string }

/** Does something with an import, and takes in its new version. Whoever was overtaken sees the import as it is now. */
export const useChange = <Given>(of: Pick<Import, 'id'>, act: (given: Given, aimed: Aimed) => Promise<{ readonly version: number }>) => {
  const queries = useQueryClient()
  const id = importRef(of.id)
  return useMutation({
    // One after the other, each on the version the one before it made: a check begun right after a correction sees it.
    scope: { id: `import ${id}` },
    mutationFn: (given: Given) => {
      const version = queries.getQueryData<Import>(answerKey(getImport, { params: { id } }))?.version ?? 0
      return act(given, { params: { id }, ifMatch: `"${version}"` })
    },
    onSuccess: async ({ version }) => {
      queries.setQueryData<Import>(answerKey(getImport, { params: { id } }), (before) => (before === undefined ? before : { ...before, version }))
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
    onError: async (error) => {
      if (error instanceof ApiError && (error.status === 409 || error.status === 412)) await queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
}
