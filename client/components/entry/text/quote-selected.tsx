import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import styles from './text.module.css'
import type { Words } from './words.ts'

/** A field's own button: the words selected in the text become its quote, with their place. */
export const QuoteSelected = ({
  of,
  selected,
  onQuote,
}: {
  of: string
  selected: () => Words | null
  onQuote: (words: Words) => void
}) => {
  const [said, setSaid] = useState('')
  const quote = () => {
    const words = selected()
    setSaid(words === null ? 'Select the words in the text first.' : `Quoted: “${words.quote}”`)
    if (words !== null) onQuote(words)
  }
  return (
    <>
      <Button small kind="plain" onClick={quote}>
        Quote the selected words<VisuallyHidden> for {of}</VisuallyHidden>
      </Button>
      <output className={styles.hint}>{said}</output>
    </>
  )
}
