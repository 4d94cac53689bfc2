import { Facts } from '#client/components/layout/facts.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type Redaction, listRedactions } from '#contract/redaction.ts'

/** Who left the register, by number, and how far each redaction has come. */
export const RedactionsPage = () => {
  const redactions = useAnswer(listRedactions, { askAgain: ({ data }) => data.some(({ state }) => state === 'pending') })
  return (
    <>
      <PageHeading title="Redactions">
        <p>
          People, and words, that left the register. A redaction is pending until every file was let go of and no byte
          of a name, or of the words, is left in any.
        </p>
      </PageHeading>
      <Answered query={redactions} what="the redactions">
        {({ data }) => (data.length === 0 ? <Empty title="Nothing has left the register." /> : data.map((one) => <One key={one.id} redaction={one} />))}
      </Answered>
    </>
  )
}

const One = ({ redaction: { person, text, proposal, state, begunAt, completedAt, inTheWay, touched } }: { redaction: Redaction }) => (
  <Section title={text === null ? `D-${person}` : `Words of ${text.record}: ${text.field.replaceAll('_', ' ')}`} note={state === 'complete' ? 'Complete' : 'Pending'}>
    <Facts
      facts={[
        { label: 'Approved', value: formatMoment(begunAt) },
        ...(proposal === null ? [] : [{ label: 'Proposal', value: `P-${proposal}` }]),
        completedAt === null
          ? { label: 'In the way', value: inTheWay.join(' ') }
          : { label: 'Complete', value: formatMoment(completedAt) },
        ...touched.map(({ place, count }) => ({ label: place, value: formatNumber(count) })),
      ]}
    />
  </Section>
)
