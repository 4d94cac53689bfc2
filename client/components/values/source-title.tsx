import { sourceTitle } from '#client/lib/unstated-words.ts'
import { useRevised } from '#client/lib/use-revised.ts'
import type { Evidence } from '#contract/common.ts'

/** A source's title, or why there is none to read. */
export const SourceTitle = ({ source }: { source: Pick<Evidence['source'], 'title' | 'published'> }) => {
  const isRevised = useRevised()
  return <>{sourceTitle(source, isRevised)}</>
}
