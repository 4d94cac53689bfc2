import { useState } from 'react'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import { getMount } from '#contract/editions.ts'
import { frameText } from '#contract/charts/frame-text.ts'
import { CopyField } from '../forms/copy-field.tsx'
import { Switch } from '../forms/switch.tsx'
import { Dialog } from '../layout/dialog.tsx'
import { embedAddress } from './chart-address.ts'
import type { ChartId } from './chart-search.ts'
import type { Question } from './question.ts'

/** The text that shows a chart on another page, as of one edition or always of the newest. */
export const EmbedDialog = ({
  question,
  id,
  title,
  onClose,
}: {
  question: Pick<Question<unknown>, 'search'>
  id: ChartId
  title: string
  onClose: () => void
}) => {
  const pinned = usePinnedEdition()
  const edition = useAnswer(getMount).data?.edition ?? null
  const [which, setWhich] = useState(pinned === null ? 'newest' : 'pinned')
  const address = embedAddress(question, id, which === 'pinned' && edition !== null ? edition.number : null)
  return (
    <Dialog title="Embed this chart" onClose={onClose}>
      <p>{title}</p>
      <Switch
        label="Which edition"
        value={which}
        options={[
          { value: 'newest', label: 'Always the newest edition' },
          { value: 'pinned', label: edition === null ? 'This edition' : `Edition ${edition.number} for good` },
        ]}
        onChange={setWhich}
      />
      <CopyField label="HTML for your page" text={frameText(address, title)} />
      <p>
        The frame loads everything from this site, sets no cookie and asks no other place.{' '}
        <a href={address} target="_blank" rel="noopener">
          See it alone (new tab)
        </a>
      </p>
    </Dialog>
  )
}
