import { useState } from 'react'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { Button } from '../forms/button.tsx'
import { datePresets } from './usual-dates.ts'
import styles from './filters.module.css'

/** The ranges one asks for most, each a click. */
export const DatePresets = ({ kept, go }: { kept: SearchText; go: (next: SearchText) => void }) => {
  const [presets] = useState(() => datePresets(new Date().toISOString().slice(0, 10)))
  return (
    <ul className={styles.presets} aria-label="Usual dates">
      {presets.map(({ label, from, to }) => (
        <li key={label}>
          <Button kind="plain" small aria-pressed={kept['from'] === from && kept['to'] === to} onClick={() => go(changed(kept, { from, to }))}>
            {label}
          </Button>
        </li>
      ))}
    </ul>
  )
}
