import type { ReactNode } from 'react'
import { Notice } from '#client/components/layout/notice.tsx'
import type { ResponseOf } from '#contract/endpoint.ts'
import type { getDraft } from '#contract/drafts.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { keptForm } from './kept-form.ts'

export type OpenedDraft = ResponseOf<typeof getDraft>

/** A draft taken up again where it was left; `children` draws the form. */
export const ResumeDraft = <D extends EntryDraft, Body, Known>({
  kind,
  draft: { id, version, form },
  children,
}: {
  kind: FormKind<D, Body, Known>
  draft: OpenedDraft
  children: (start: FormStart<D, Body>) => ReactNode
}) => {
  const kept = keptForm(kind, form)
  return kept === null ? (
    <Notice tone="caution">This draft is of another version of the form: it cannot be opened here.</Notice>
  ) : (
    children({ ...kept.start, draft: kept.draft, slot: { id, version } })
  )
}
