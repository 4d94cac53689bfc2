import { Link } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { listDuplicates } from '#contract/duplicates.ts'

/** Others who may be this person: protected under one number only, they stay public under the other. */
export const AlsoOnRecord = ({ id }: { id: string }) => {
  const { data } = useAnswer(listDuplicates, { query: { of: id, limit: 10 } })
  const others = (data?.data ?? []).map(({ a, b }) => (a.ref === id ? b : a))
  if (others.length === 0) return null
  return (
    <Notice tone="caution">
      <p>
        <strong>This person may be on record twice.</strong> What is protected here stays public there. Decide first whether they are one:
      </p>
      <ul>
        {others.map(({ ref, name, lang }) => (
          <li key={ref}>
            <Link to="/detainees/$id/merge/$other" params={{ id, other: ref }}>
              {ref} <span lang={lang ?? undefined}>{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
