import { Button } from '#client/components/forms/button.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { downloadText } from '#client/lib/download-text.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { comparedCsv, comparedRows } from '#contract/charts/compared-rows.ts'
import { countingRules } from '#contract/counting-rules.ts'
import { fileNameOf } from '#contract/sentence.ts'
import { type Overview, getOverview } from '#contract/stats.ts'
import type { Asked } from './sides.ts'

/** The numbers of two filters beside each other, and as a file. */
export const ComparedNumbers = ({ sides: [first, second] }: { sides: readonly [Asked, Asked] }) => {
  const a = useAnswer(getOverview, { query: { ...first.filter, rule: first.rule }, keepPrevious: true })
  const b = useAnswer(getOverview, { query: { ...second.filter, rule: second.rule }, keepPrevious: true })
  return (
    <Section title="Both in numbers">
      <Answered query={a} what="the numbers of A">
        {(one) => (
          <Answered query={b} what="the numbers of B">
            {(other) => <Numbers sides={[first, second]} one={one} other={other} />}
          </Answered>
        )}
      </Answered>
    </Section>
  )
}

const Numbers = ({ sides: [first, second], one, other }: { sides: readonly [Asked, Asked]; one: Overview; other: Overview }) => {
  const rows = comparedRows(one, other)
  const [a, b] = [`Releases${first.phrase}`, `Releases${second.phrase}`]
  const rule = countingRules[first.rule]
  return (
    <>
      <DataTable
        caption={`Counted by the rule “${rule.title}” (version ${rule.version}). An event can be under both filters: the two are never added.`}
        cards={false}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'measure', label: 'What', cell: ({ title }) => title },
          { key: 'a', label: `A: ${a}`, number: true, cell: ({ a: value }) => value.text },
          { key: 'b', label: `B: ${b}`, number: true, cell: ({ b: value }) => value.text },
        ]}
      />
      <p data-screen-only="">
        <Button kind="plain" small onClick={() => downloadText(`${fileNameOf(`compared ${a} and ${b}`)}.csv`, comparedCsv(rows, a, b, one.rule))}>
          Both as CSV
        </Button>
      </p>
    </>
  )
}
