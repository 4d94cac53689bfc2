import { useMutation } from '@tanstack/react-query'
import { Button } from '#client/components/forms/button.tsx'
import { call } from '#client/lib/call.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import type { Import } from '#contract/import-view.ts'
import { stopImport } from '#contract/imports.ts'
import styles from './imports.module.css'
import { importRef } from '#client/lib/import-ref.ts'

/** What is being done with an import now, how far it is, and a way to stop it. */
export const ImportTask = ({ of }: { of: Import }) => {
  const stop = useMutation({ mutationFn: () => call(stopImport, { params: { id: importRef(of.id) }, body: {} }) })
  const { task } = of
  if (task === null) return null
  const far = task.total === null ? (task.done === 0 ? '' : `: ${formatNumber(task.done)} rows`) : `: ${formatNumber(task.done)} of ${formatNumber(task.total)} rows`
  return (
    <div className={styles.task}>
      <label className={styles.progress}>
        <span>
          {task.what}
          {far}
        </span>
        {task.total === null ? <progress /> : <progress max={Math.max(1, task.total)} value={task.done} />}
      </label>
      <Button small disabled={stop.isPending} onClick={() => stop.mutate()}>
        Stop
      </Button>
    </div>
  )
}
