import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Notice } from '#client/components/layout/notice.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { Edition } from '#contract/editions.ts'
import { previewPublication, publishEdition } from '#contract/publishing.ts'
import { PublicationChanges } from './publication-changes.tsx'
import { PublishForm } from './publish-form.tsx'

/** What publishing would change, and the act itself. The public note starts empty: a proposal's reason is the desk's own. */
export const PublishPanel = () => {
  const queries = useQueryClient()
  const preview = useAnswer(previewPublication)
  const [published, setPublished] = useState<Edition | null>(null)
  const key = useRef(newKey())
  const publish = useMutation({
    mutationFn: (body: { note: string; confirmed: boolean; blank: string[] }) =>
      call(publishEdition, { body, idempotencyKey: key.current }),
    onSuccess: async ({ edition }) => {
      key.current = newKey()
      setPublished(edition)
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
    onError: (error) => {
      // An answer that came means that nothing was published under this key; what failed on the way may have been.
      if (error instanceof ApiError && error.status !== 0) key.current = newKey()
      void queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
  if (published !== null) return <Published edition={published} />
  return (
    <Answered query={preview} what="what publishing would change">
      {(data) => (
        <>
          <PublicationChanges preview={data} />
          <PublishForm
            preview={data}
            isPending={publish.isPending}
            failure={publish.error?.message}
            onPublish={(body) => publish.mutate(body)}
          />
        </>
      )}
    </Answered>
  )
}

const Published = ({ edition }: { edition: Edition }) => (
  <Notice live>
    <p>
      <strong>Edition {edition.label} is published.</strong> The public pages show it within a few seconds.
    </p>
    <p>
      Note: {edition.note}. SHA-256: <code>{edition.sha256}</code>
    </p>
  </Notice>
)
