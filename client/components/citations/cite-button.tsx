import { useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { useLater } from '#client/lib/use-later.ts'
import { Button } from '../forms/button.tsx'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'

const loadDialog = () => import('./cite-dialog.tsx')

/**
 * Opens the citation of a view or a record: of the address that is shown, or of `path`. Only at
 * the public door: what the desk shows is no edition yet and cannot be cited.
 */
export const CiteButton = ({
  path,
  of = 'this view',
}: {
  path?: string
  /** "this release event": completes the button's name for those who listen. */
  of?: string
}) => {
  const door = useDoor()
  const [cited, setCited] = useState<string | null>(null)
  const later = useLater(loadDialog, cited !== null)
  if (door.name === 'desk') return null
  return (
    <>
      <Button small data-screen-only="" aria-haspopup="dialog" onClick={() => setCited(path ?? `${location.pathname}${location.search}`)}>
        <span>
          Cite<VisuallyHidden> {of}</VisuallyHidden>
        </span>
      </Button>
      {cited === null || later === null ? null : <later.CiteDialog path={cited} of={of} onClose={() => setCited(null)} />}
    </>
  )
}
