import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type Import, type ImportRowState, rowStateLabels } from '#contract/import-view.ts'
import { listImportRows } from '#contract/imports.ts'
import { ImportRowItem } from './import-row.tsx'
import { importRef } from '#client/lib/import-ref.ts'
import { wordsOfProblem } from './import-words.ts'
import styles from './imports.module.css'

const rowsAtOnce = 25
const states: readonly ImportRowState[] = ['error', 'question', 'warning', 'fine', 'left_out']

/** The rows with what was found in each, to be corrected where they stand. */
export const ImportRows = ({ of }: { of: Import }) => {
  const [state, setState] = useState<ImportRowState | ''>('')
  const [problem, setProblem] = useState('')
  const [starts, setStarts] = useState<readonly number[]>([0])
  const rows = useAnswer(listImportRows, {
    params: { id: importRef(of.id) },
    query: { limit: rowsAtOnce, after: starts.at(-1) ?? 0, ...(state === '' ? {} : { state }), ...(problem === '' ? {} : { problem }) },
    keepPrevious: true,
  })
  const filter = (set: () => void) => {
    set()
    setStarts([0])
  }
  return (
    <Section title="Rows" note={rows.data === undefined ? undefined : counted(rows.data.total, 'row', 'rows')}>
      <div className={styles.filters}>
        <SelectField
          label="State"
          options={[{ value: '', label: 'Every state' }, ...states.map((value) => ({ value, label: rowStateLabels[value] }))]}
          value={state}
          onChange={(event) => filter(() => setState(states.find((one) => one === event.target.value) ?? ''))}
        />
        <SelectField
          label="Problem"
          options={[{ value: '', label: 'Any or none' }, ...Object.keys(of.counts?.problems ?? {}).map((code) => ({ value: code, label: wordsOfProblem(code) }))]}
          value={problem}
          onChange={(event) => filter(() => setProblem(event.target.value))}
        />
      </div>
      <Answered query={rows} what="the rows">
        {({ data, header, next }) => (
          <>
            {data.length === 0 ? <Empty title="No row is like this." /> : null}
            <ol className={styles.rows}>
              {data.map((row) => (
                <ImportRowItem key={row.row} of={of} row={row} header={header} />
              ))}
            </ol>
            <nav className={styles.buttons} aria-label="Pages of rows">
              <Button disabled={starts.length < 2} onClick={() => setStarts(starts.slice(0, -1))}>
                Rows before
              </Button>
              <Button disabled={next === null} onClick={() => next !== null && setStarts([...starts, next])}>
                Next rows
              </Button>
            </nav>
          </>
        )}
      </Answered>
    </Section>
  )
}
