import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from '#contract/zod.ts'
import { type ReadSearch, type SearchText, readSearch } from './search-params.ts'

export type PageSearch<Value> = ReadSearch<Value> & {
  /** Goes to this page under another search, as a step of the browser's history. */
  readonly go: (next: SearchText) => void
}

/** The page's filter, read from the URL by a schema of the contract; the URL is the only place that keeps it. */
export const usePageSearch = <Schema extends z.ZodObject>(schema: Schema): PageSearch<z.output<Schema>> => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const text = JSON.stringify(search)
  return useMemo(() => {
    const { edition: _pinned, ...own } = JSON.parse(text) as Record<string, string>
    return {
      ...readSearch(schema, own),
      go: (next) => void navigate({ to: '.', search: next, resetScroll: false }),
    }
  }, [schema, text, navigate])
}
