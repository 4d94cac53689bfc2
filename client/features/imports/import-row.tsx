import { Link } from '@tanstack/react-router'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { call } from '#client/lib/call.ts'
import { fieldOf } from '#contract/import-fields.ts'
import { type Import, type ImportRow, rowStateLabels } from '#contract/import-view.ts'
import { setImport, setImportRow } from '#contract/imports.ts'
import { CellField } from './cell-field.tsx'
import { columnLetters } from './import-words.ts'
import styles from './imports.module.css'
import { PersonAnswer } from './person-answer.tsx'
import { RowProblem } from './row-problem.tsx'
import { type Settings, withReplacement } from './settings.ts'
import { useChange } from './use-import.ts'

/** What is said of one row. */
export type RowWrite = {
  fix?: { column: number; value: string | null }
  keep?: { code: string; column: number | null }
  leftOut?: boolean
  person?: { is: string | null; reason: string }
}

const peopleProblems = new Set(['may_be_known', 'same_person_twice', 'namesake'])

/** One row: what is wrong with it, and every way to mend it. */
export const ImportRowItem = ({ of, row, header }: { of: Import; row: ImportRow; header: readonly string[] }) => {
  const change = useChange<RowWrite>(of, async (body, { params, ifMatch }) => call(setImportRow, { params: { ...params, row: row.row }, body, ifMatch }))
  const replace = useChange<Settings>(of, (settings, aimed) => call(setImport, { ...aimed, body: { settings, check: true } }))
  // Not while a correction is being kept: the next one waits its turn, and what is typed fast is not lost.
  const mayEdit = of.mayEdit && of.task === null && !replace.isPending
  const nameOf = (column: number) => {
    const rule = of.settings?.columns.find((one) => one.column === column)
    const field = rule === undefined ? undefined : fieldOf(of.kind, rule.field)?.label
    return `${columnLetters(column)} ${header[column] ?? ''}${field === undefined ? '' : ` (${field})`}`
  }
  const name = `row ${row.row}`
  const inProblems = new Set(row.problems.flatMap(({ column }) => column ?? []))
  const others = row.cells.filter(({ column, value, fixed }) => !inProblems.has(column) && (value !== '' || fixed))
  return (
    <li className={styles.row}>
      <h3>
        Row {row.row}
        {row.title === '' ? '' : `: ${row.title}`} <span className={styles.state}>{rowStateLabels[row.state]}</span>
      </h3>
      <ErrorSummary problems={[]} message={change.error?.message ?? replace.error?.message} title="This was not kept." />
      {row.record === null ? null : <RecordLink record={row.record} />}
      {row.person === null ? null : <p>{row.person === 'new' ? 'Said to be a new person' : `Said to be the same person as ${row.person}`}{row.personReason === null ? '.' : `: ${row.personReason}`}</p>}
      {row.problems.map((problem) =>
        peopleProblems.has(problem.code) ? (
          <PersonAnswer key={problem.code} problem={problem} name={name} isFree={mayEdit} mayEdit={of.mayEdit} onAnswer={(is, reason) => change.mutate({ person: { is, reason } })} />
        ) : (
          <RowProblem
            key={`${problem.code} ${problem.column ?? ''}`}
            problem={problem}
            label={problem.column === null ? 'The whole row' : nameOf(problem.column)}
            name={name}
            isFree={mayEdit}
            mayEdit={of.mayEdit}
            onFix={(column, value) => change.mutate({ fix: { column, value } })}
            onFixAll={(column, value) => of.settings !== null && replace.mutate(withReplacement(of.settings, column, problem.value, value))}
            onKeep={() => change.mutate({ keep: { code: problem.code, column: problem.column } })}
          />
        ),
      )}
      {others.length === 0 ? null : (
        <details className={styles.rules}>
          <summary>Other cells of {name}</summary>
          <div className={styles.grid}>
            {others.map(({ column, value, fixed }) => (
              <CellField key={`${column} ${value}`} label={`${nameOf(column)}${fixed ? ', corrected' : ''}`} name={name} value={value} isFree={mayEdit} mayEdit={of.mayEdit} onFix={(next) => change.mutate({ fix: { column, value: next } })} />
            ))}
          </div>
        </details>
      )}
      {of.mayEdit ? (
        <Button small kind="plain" disabled={!mayEdit} onClick={() => change.mutate({ leftOut: !row.leftOut })}>
          {row.leftOut ? 'Take this row in again' : 'Leave this row out'}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
      ) : null}
    </li>
  )
}

const RecordLink = ({ record }: { record: string }) => (
  <p>
    In the register as{' '}
    {record.startsWith('D') ? (
      <Link to="/detainees/$id" params={{ id: record }}>
        {record}
      </Link>
    ) : (
      <Link to="/release-events/$id" params={{ id: record }}>
        {record}
      </Link>
    )}
  </p>
)
