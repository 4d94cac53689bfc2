import type { ReactNode } from 'react'
import type { Evidence } from '#contract/common.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { getSource } from '#contract/sources.ts'
import { passageAround } from '#client/lib/passage-around.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { Marked } from '../search/marked.tsx'
import { Quote } from './quote.tsx'
import styles from './values.module.css'

/** A quote marked in its passage, as far as the register keeps it; otherwise alone, and that it does not. */
export const Passage = ({ evidence }: { evidence: Evidence }) => {
  const { quote, saidBy, quoteStart, quoteEnd } = evidence
  if (quoteStart !== null && quoteEnd !== null) return <PlacedPassage evidence={evidence} from={quoteStart} to={quoteEnd} />
  return (
    <>
      <Quote text={quote} saidBy={saidBy} />
      {quote === null ? null : <Small>The passage around these words is not kept.</Small>}
    </>
  )
}

const Small = ({ children }: { children: ReactNode }) => <p className={styles.said}>{children}</p>

/** Other quotes of the source are asked for when the dialog is open: what a page shows is kept small. */
const PlacedPassage = ({ evidence, from, to }: { evidence: Evidence; from: number; to: number }) => {
  const { data } = useAnswer(getSource, { params: { id: evidence.source.ref } })
  const passage = data === undefined ? null : passageAround(evidence, data.values)
  const place = `Characters ${formatNumber(from + 1)} to ${formatNumber(to)} of its text.`
  return (
    <>
      {passage === null ? (
        <Quote text={evidence.quote} saidBy={evidence.saidBy} />
      ) : (
        <Quote text={<Marked snippet={{ lang: null, parts: passage }} />} saidBy={evidence.saidBy} />
      )}
      <Small>
        {place} {passage === null ? 'The passage around these words is not kept.' : 'Of the passage, […] is not kept.'}
      </Small>
    </>
  )
}
