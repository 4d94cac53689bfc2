import { useRef, useState } from 'react'
import type { Citation } from '#contract/cite.ts'
import { copyText } from '#client/lib/copy-text.ts'
import { saveFile } from '#client/lib/save-file.ts'
import { Button } from '../forms/button.tsx'
import { Switch } from '../forms/switch.tsx'
import { TextArea } from '../forms/text-field.tsx'
import { type CitationFormat, citationFileName, citationForms } from './citation-files.ts'
import styles from './citations.module.css'

const options = Object.entries(citationForms).map(([value, { label }]) => ({ value, label }))
const isFormat = (value: string): value is CitationFormat => value in citationForms

/** The citation in one form at a time, to copy, to select by hand or to keep as a file. */
export const CitationText = ({ citation }: { citation: Citation }) => {
  const [format, setFormat] = useState<CitationFormat>('apa')
  const [said, say] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const { label, ending, type } = citationForms[format]
  const text = citation.formats[format].trim()
  const copy = async () => {
    if (field.current === null) return
    const isCopied = await copyText(field.current)
    say(isCopied ? `Copied in ${label}.` : 'The browser does not let this page copy. The text is selected: copy it with Ctrl C, or ⌘ C on a Mac.')
  }
  return (
    <>
      <Switch
        label="Form of the citation"
        value={format}
        options={options}
        onChange={(value) => {
          if (isFormat(value)) setFormat(value)
          say('')
        }}
      />
      <div className={styles.text}>
        <TextArea
          ref={field}
          label={`Citation in ${label}`}
          value={text}
          readOnly
          rows={Math.min(14, text.split('\n').length + 4)}
          spellCheck={false}
        />
      </div>
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => void copy()}>
          Copy
        </Button>
        <Button onClick={() => saveFile(citationFileName(citation, format), type, citation.formats[format])}>
          Download <span className={styles.ending}>.{ending}</span>
        </Button>
        <output>{said}</output>
      </div>
    </>
  )
}
