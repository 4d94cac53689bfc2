import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { TextArea, TextField } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { useHeardIn } from '#client/lib/use-heard-in.ts'
import type { Capture } from '#contract/captures.ts'
import { keepFile, keepPasted } from './keep-text.ts'
import styles from './text.module.css'

/** Where the text of a source is pasted or dropped, with the address it came from. */
export const BringText = ({ onKept }: { onKept: (capture: Capture) => void }) => {
  const fileId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [address, setAddress] = useState('')
  const [isOver, setOver] = useState(false)
  const keep = useMutation({
    mutationFn: (file: File | null) => (file === null ? keepPasted(text, address) : keepFile(file, address)),
    onSuccess: onKept,
  })
  useHeardIn(box, 'dragover', (event) => {
    event.preventDefault()
    setOver(true)
  })
  useHeardIn(box, 'dragleave', () => setOver(false))
  useHeardIn(box, 'drop', (event) => {
    const file = event.dataTransfer?.files[0]
    setOver(false)
    if (file === undefined) return
    event.preventDefault()
    keep.mutate(file)
  })
  return (
    <div ref={box} className={isOver ? `${styles.bring} ${styles.over}` : styles.bring}>
      {keep.error === null ? null : (
        <Notice tone="failure" live>
          <p>{keep.error.message}</p>
        </Notice>
      )}
      <TextField
        label="Address it came from"
        hint="Left empty where there is none: a list on paper, a call."
        value={address}
        inputMode="url"
        autoComplete="off"
        onChange={(event) => setAddress(event.target.value)}
      />
      <TextArea
        label="Its text"
        hint="Paste it here, or drop a .txt or .html file. It is kept at the desk as it came, and never published."
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button kind="primary" disabled={keep.isPending || text.trim() === ''} onClick={() => keep.mutate(null)}>
          {keep.isPending ? 'Keeping it …' : 'Enter from this text'}
        </Button>
        <label htmlFor={fileId} className={styles.file}>
          or choose a file{' '}
          <input
            id={fileId}
            type="file"
            accept=".txt,.md,.html,.htm,text/plain,text/html"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) keep.mutate(file)
            }}
          />
        </label>
      </div>
    </div>
  )
}
