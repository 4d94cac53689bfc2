import { Button, buttonClass } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { call } from '#client/lib/call.ts'
import { counted, formatNumber } from '#contract/charts/format-count.ts'
import { type Import, rowStateLabels } from '#contract/import-view.ts'
import { answerImportRows, checkImport } from '#contract/imports.ts'
import styles from './imports.module.css'
import { importRef } from '#client/lib/import-ref.ts'
import { wordsOfProblem } from './import-words.ts'
import { useChange } from './use-import.ts'

type Found = { readonly code: string; readonly times: number }
type Answer = { readonly problem: string; readonly answer: 'take_suggestion' | 'keep' | 'leave_out' }

const withSuggestions = new Set(['homoglyphs', 'mixed_scripts', 'surname_first', 'given_first', 'excel_serial', 'month_first', 'blank_word', 'spreadsheet_error', 'unknown_country', 'unknown_code', 'unknown_event', 'refused_and_taken'])
const keepable = new Set(['homoglyphs', 'mixed_scripts', 'surname_first', 'given_first', 'digits_in_name', 'age', 'status_and_end', 'more_than_total', 'event_known', 'namesake', 'one_word'])

const answersTo = (code: string): { answer: Answer['answer']; label: string }[] => [
  ...(withSuggestions.has(code) ? [{ answer: 'take_suggestion' as const, label: 'Take every suggestion' }] : []),
  ...(keepable.has(code) ? [{ answer: 'keep' as const, label: 'Keep all as they are' }] : []),
  { answer: 'leave_out', label: 'Leave these rows out' },
]

/** What the check found, by state and by problem, with an answer for all of a kind. */
export const FoundSummary = ({ of }: { of: Import }) => {
  const answer = useChange<Answer>(of, (body, aimed) => call(answerImportRows, { ...aimed, body }))
  const check = useChange<null>(of, (_, aimed) => call(checkImport, { ...aimed, body: {} }))
  const isIdle = of.task === null && !answer.isPending && !check.isPending
  if (of.counts === null) return null
  const found = Object.entries(of.counts.problems).map(([code, times]): Found => ({ code, times })).toSorted((a, b) => b.times - a.times)
  const states = (['fine', 'warning', 'question', 'error', 'left_out'] as const).filter((state) => (of.counts?.states[state] ?? 0) > 0)
  const columns: readonly Column<Found>[] = [
    { key: 'problem', label: 'Problem', cell: ({ code }) => wordsOfProblem(code) },
    { key: 'times', label: 'Found', number: true, cell: ({ times }) => formatNumber(times) },
    {
      key: 'answers',
      label: 'For all of them',
      cell: ({ code }) =>
        of.mayEdit ? (
          <span className={styles.buttons}>
            {answersTo(code).map(({ answer: given, label }) => (
              <Button key={given} small disabled={!isIdle} aria-label={`${label}: ${wordsOfProblem(code)}`} onClick={() => answer.mutate({ problem: code, answer: given })}>
                {label}
              </Button>
            ))}
          </span>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Section title="What was found" note={counted(of.counts.rows, 'row', 'rows')}>
      <ErrorSummary problems={[]} message={answer.error?.message ?? check.error?.message} title="This was not done." />
      <ul className={styles.states}>
        {states.map((state) => (
          <li key={state}>
            <strong>{formatNumber(of.counts?.states[state] ?? 0)}</strong> {rowStateLabels[state].toLowerCase()}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>No problem was found.</p> : <DataTable caption="Problems by kind" columns={columns} rows={found} rowKey={({ code }) => code} />}
      <div className={styles.buttons}>
        {of.mayEdit ? (
          <Button disabled={!isIdle} onClick={() => check.mutate(null)}>
            Check again
          </Button>
        ) : null}
        {found.length === 0 ? null : (
          <a className={buttonClass()} href={`/api/imports/${importRef(of.id)}/report`} download="">
            Download the problems (CSV)
          </a>
        )}
      </div>
    </Section>
  )
}
