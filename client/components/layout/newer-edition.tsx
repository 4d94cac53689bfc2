import { Link } from '@tanstack/react-router'
import { listEditions } from '#contract/editions.ts'
import { useAnswer } from '#client/lib/use-answer.ts'

/** Says at a pinned edition that a newer one exists, and leads to what changed. */
export const NewerEdition = ({ pinned }: { pinned: string }) => {
  const newest = useAnswer(listEditions).data?.data[0]
  if (newest === undefined || newest.number <= Number(pinned)) return null
  return (
    <>
      Edition {newest.number} is newer:{' '}
      <Link to="/editions/compare" search={{ a: pinned, b: String(newest.number) }}>
        see what changed
      </Link>
      .{' '}
    </>
  )
}
