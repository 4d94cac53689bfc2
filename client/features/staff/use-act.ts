import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something an administrator does; every answer that is in view is asked for again after it. */
export const useAct = <Result>(act: () => Promise<Result>, onDone?: (result: Result) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      await queries.invalidateQueries()
      onDone?.(result)
    },
  })
}
