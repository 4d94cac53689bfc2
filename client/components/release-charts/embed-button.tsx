import { useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { useLater } from '#client/lib/use-later.ts'
import { Button } from '../forms/button.tsx'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import type { ChartId } from './chart-search.ts'
import type { Question } from './question.ts'

const loadDialog = () => import('./embed-dialog.tsx')

/** Only what is published can stand on other people's pages. */
export const EmbedButton = (chart: { question: Pick<Question<unknown>, 'search'>; id: ChartId; title: string }) => {
  const door = useDoor()
  const [isOpen, setOpen] = useState(false)
  const later = useLater(loadDialog, isOpen)
  if (door.name === 'desk' || door.isEmbedded === true) return null
  return (
    <>
      <Button kind="plain" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span>
          Embed<VisuallyHidden> {chart.title}</VisuallyHidden>
        </span>
      </Button>
      {isOpen && later !== null ? <later.EmbedDialog {...chart} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
