import { useState } from 'react'
import { Button } from '../forms/button.tsx'
import { TextField } from '../forms/text-field.tsx'
import styles from './filters.module.css'

/** Words to look for, sent when the reader says so: the address changes once, not with every letter. */
export const SearchField = ({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (words: string) => void
}) => {
  const [text, setText] = useState(value)
  const [from, setFrom] = useState(value)
  if (from !== value) {
    setFrom(value)
    setText(value)
  }
  return (
    <search>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(text.trim())
        }}
      >
        <TextField type="search" label={label} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit">Search</Button>
      </form>
    </search>
  )
}
