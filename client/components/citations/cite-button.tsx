import { useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { useLater } from '#client/lib/use-later.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import { Button } from '../forms/button.tsx'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import { citedPath } from './cited-path.ts'

const loadDialog = () => import('./cite-dialog.tsx')

/**
 * Opens the citation of a view or a record: of this page under the search that is shown. Only at
 * the public door: what the desk shows is no edition yet and cannot be cited.
 */
export const CiteButton = ({
  kept,
  of = 'this view',
}: {
  /** The page's search without what was left out of a bad link. */
  kept: SearchText
  /** "this release event": completes the button's name for those who listen. */
  of?: string
}) => {
  const door = useDoor()
  const pinned = usePinnedEdition()
  const [cited, setCited] = useState<string | null>(null)
  const later = useLater(loadDialog, cited !== null)
  if (door.name === 'desk') return null
  return (
    <>
      <Button small data-screen-only="" aria-haspopup="dialog" onClick={() => setCited(citedPath(location.pathname, kept, pinned))}>
        <span>
          Cite<VisuallyHidden> {of}</VisuallyHidden>
        </span>
      </Button>
      {cited === null || later === null ? null : <later.CiteDialog path={cited} of={of} onClose={() => setCited(null)} />}
    </>
  )
}
