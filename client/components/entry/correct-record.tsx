import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { useDraftAsked } from '#client/lib/use-draft-in-address.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { openRecord } from './open-form.ts'
import { ToDraft } from './to-draft.tsx'

/** A page whose form is filled with a record as the register has it; `children` draws the form. */
export const CorrectRecord = <D extends EntryDraft, Body, Known>({
  kind,
  pageOf,
  children,
}: {
  kind: FormKind<D, Body, Known>
  /** A link to the record's own page. */
  pageOf: (id: string) => ReactNode
  children: (start: FormStart<D, Body>) => ReactNode
}) => {
  const { id = '' } = useParams({ strict: false })
  const asked = useDraftAsked()
  // Never asked again by itself: a form does not change under the hands of the one who fills it in.
  const start = useQuery({
    queryKey: ['form', 'correct', kind.code, id],
    queryFn: () => openRecord(kind, id),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (asked !== null) return <ToDraft id={asked} />
  const number = id.replace(`${kind.prefix}-`, '')
  return (
    <>
      <PageHeading title={`Correct a ${kind.noun}`} above={`${capitalised(kind.noun)} ${kind.prefix}-${number}`}>
        <p>Everything it says, with its sources. See {pageOf(id)}.</p>
      </PageHeading>
      <Answered query={start} what={`the ${kind.noun}`}>
        {children}
      </Answered>
    </>
  )
}
