import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

const drafts = '/drafts/'

/** Puts the draft's number into the address once it has one, so that a page loaded again goes on with it. */
export const useDraftInAddress = (draftId: number | null): void => {
  const navigate = useNavigate()
  const [isItsPage] = useState(useLocation().pathname.startsWith(drafts))
  useEffect(() => {
    if (draftId === null || isItsPage) return
    void navigate({ to: '.', search: { draft: `P-${draftId}` }, replace: true, resetScroll: false })
  }, [draftId, isItsPage, navigate])
}

/** The draft that a form's page was opened for, as its address says; null for a fresh form. */
export const useDraftAsked = (): string | null => {
  const { search } = useLocation()
  const [asked] = useState(() => ('draft' in search && typeof search.draft === 'string' ? search.draft : null))
  return asked
}
