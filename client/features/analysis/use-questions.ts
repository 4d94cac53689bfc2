import type { UseQueryResult } from '@tanstack/react-query'
import type { Question } from '#client/components/release-charts/question.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { destinationNamer } from '#contract/charts/destination-names.ts'
import { type Flows, getFlows } from '#contract/stats-series.ts'
import type { Asked, sidesOf } from './sides.ts'

export type WithFlows = { readonly question: Question; readonly flows: UseQueryResult<Flows> }

const useFlows = (asked: Asked | undefined): UseQueryResult<Flows> =>
  useAnswer(getFlows, { query: { ...asked?.filter, rule: asked?.rule }, enabled: asked !== undefined, keepPrevious: true })

/** The questions of a page with what names their destinations: whether people stayed or were taken. */
export const useQuestions = ([first, second]: ReturnType<typeof sidesOf>): readonly WithFlows[] => {
  const flows = [useFlows(first), useFlows(second)] as const
  return [first, second].flatMap((asked, index): WithFlows[] => {
    const own = flows[index]
    if (asked === undefined || own === undefined) return []
    return [{ question: { ...asked, placeName: destinationNamer(own.data?.flows ?? []) }, flows: own }]
  })
}
