import { useRef, useState } from 'react'
import { copyText } from '#client/lib/copy-text.ts'
import { Button } from './button.tsx'
import { TextArea } from './text-field.tsx'
import styles from './copy-field.module.css'

/** A text to take along: copied by a button, or by hand where the browser does not let a page copy. */
export const CopyField = ({ label, text }: { label: string; text: string }) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<{ text: string; said: string } | null>(null)
  const copy = async () => {
    if (field.current === null) return
    const isCopied = await copyText(field.current)
    setCopied({ text, said: isCopied ? 'Copied.' : 'The browser does not let this page copy. The text is selected: copy it with Ctrl C, or ⌘ C on a Mac.' })
  }
  return (
    <div className={styles.field}>
      <TextArea ref={field} label={label} value={text} readOnly rows={Math.min(12, text.split('\n').length + 2)} spellCheck={false} />
      <div className={styles.actions}>
        <Button small onClick={() => void copy()}>
          Copy
        </Button>
        <output>{copied?.text === text ? copied.said : ''}</output>
      </div>
    </div>
  )
}
