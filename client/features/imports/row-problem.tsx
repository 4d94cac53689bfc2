import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { type ImportProblem, severityLabels } from '#contract/import-settings.ts'
import { CellField } from './cell-field.tsx'
import styles from './imports.module.css'

/** One problem of a row with its cell, what is wrong, and what can be done. */
export const RowProblem = ({
  problem,
  label,
  name,
  isFree,
  mayEdit,
  onFix,
  onFixAll,
  onKeep,
}: {
  problem: ImportProblem
  label: string
  name: string
  isFree: boolean
  mayEdit: boolean
  onFix: (column: number, value: string) => void
  /** The same for every cell of the column that says the same. */
  onFixAll: (column: number, value: string) => void
  onKeep: () => void
}) => {
  const { column, suggestion, severity } = problem
  return (
    <div className={styles.problem} data-severity={severity}>
      <p>
        <strong>{severityLabels[severity]}.</strong> {column === null ? '' : `${label}: `}
        {problem.reason}
      </p>
      {column === null ? null : (
        <CellField key={problem.value} label={label} name={name} value={problem.value} isFree={isFree} mayEdit={mayEdit} onFix={(value) => onFix(column, value)} onFixAll={(value) => onFixAll(column, value)} />
      )}
      {mayEdit ? (
        <div className={styles.buttons}>
          {suggestion !== null && column !== null ? (
            <Button small disabled={!isFree} onClick={() => onFix(column, suggestion)}>
              {suggestion === '' ? 'Empty it' : `Take “${suggestion}”`}
              <VisuallyHidden>
                : {label}, {name}
              </VisuallyHidden>
            </Button>
          ) : null}
          {severity === 'error' ? null : (
            <Button small disabled={!isFree} onClick={onKeep}>
              Keep it as it is
              <VisuallyHidden>
                : {label}, {name}
              </VisuallyHidden>
            </Button>
          )}
        </div>
      ) : null}
    </div>
  )
}
