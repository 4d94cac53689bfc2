import { Link } from '@tanstack/react-router'
import { compareEditions } from '#contract/compare.ts'
import { listEditions } from '#contract/editions.ts'
import { z } from '#contract/zod.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { ChooseEditions } from './choose-editions.tsx'
import { Comparison } from './comparison.tsx'
import { PublicDoorOnly } from './public-door-only.tsx'

const EditionNumber = z.string().regex(/^[1-9][0-9]{0,8}$/, 'Give the number of an edition, for example 1.')
const compareSearch = z.strictObject({ a: EditionNumber.optional(), b: EditionNumber.optional() })

/** What changed from edition `a` to edition `b`; where one is missing, the two newest are compared. */
export const ComparePage = () => {
  const { value, kept, dropped } = usePageSearch(compareSearch)
  const title = value.a === undefined || value.b === undefined ? 'Two editions compared' : `From edition ${value.a} to edition ${value.b}`
  return (
    <>
      <PageHeading title={title} above={<Link to="/editions">Editions</Link>}>
        <p>What was added, corrected, merged and withdrawn, and how each headline number came to change.</p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <PublicDoorOnly>
        <Compared a={value.a} b={value.b} />
      </PublicDoorOnly>
    </>
  )
}

const Compared = ({ a, b }: { a: string | undefined; b: string | undefined }) => {
  const editions = useAnswer(listEditions)
  const newest = editions.data?.data ?? []
  const [from, to] = [a ?? newest[1]?.number, b ?? newest[0]?.number]
  const isChosen = from !== undefined && to !== undefined
  const comparison = useAnswer(compareEditions, {
    params: { a: from ?? '', b: to ?? '' },
    enabled: isChosen,
  })
  if (editions.data !== undefined && newest.length < 2 && a === undefined && b === undefined) {
    return <Empty title="There is nothing to compare yet: fewer than two editions are published." />
  }
  return (
    <>
      {newest.length < 2 || !isChosen ? null : <ChooseEditions editions={newest} from={Number(from)} to={Number(to)} />}
      <Answered query={comparison} what="the comparison">
        {(data) => <Comparison comparison={data} />}
      </Answered>
    </>
  )
}
