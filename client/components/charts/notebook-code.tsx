import { useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { type NotebookTool, notebookCode, notebookTools } from '#contract/charts/notebook-code.ts'
import { getMount } from '#contract/editions.ts'
import { CopyField } from '../forms/copy-field.tsx'
import { Switch } from '../forms/switch.tsx'
import styles from './notebook-code.module.css'

const options = Object.entries(notebookTools).map(([value, label]) => ({ value, label }))
const isTool = (value: string): value is NotebookTool => value in notebookTools

/** The request behind a view, to be asked again from a shell or a notebook: of the edition shown, so that its answer stays. */
export const NotebookCode = ({ csv }: { csv: string }) => {
  const door = useDoor()
  const [isOpen, setOpen] = useState(false)
  // What stands at the desk needs an account, and is no edition that stays.
  if (door.name === 'desk' || door.isEmbedded === true) return null
  return (
    <details className={styles.fold} data-screen-only="" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Use these numbers in a notebook</summary>
      {isOpen ? <Code csv={csv} /> : null}
    </details>
  )
}

const Code = ({ csv }: { csv: string }) => {
  const [tool, setTool] = useState<NotebookTool>('url')
  const edition = useAnswer(getMount).data?.edition
  if (edition === undefined || edition === null) return null
  const pinned = csv.replace(/^\/api(?!\/editions\/)/, `/api/editions/${edition.number}`)
  const about = `Habeas, edition ${edition.label}. Without /editions/${edition.number}: always the newest.`
  return (
    <div className={styles.code}>
      <Switch label="Written for" value={tool} options={options} onChange={(value) => isTool(value) && setTool(value)} />
      <CopyField label={tool === 'url' ? 'Address of the numbers' : `Request in ${notebookTools[tool]}`} text={notebookCode(new URL(pinned, location.href).href, about)[tool]} />
      <p>
        One row per cell, columns named once. <a href="/api/docs">What each column says</a>
      </p>
    </div>
  )
}
