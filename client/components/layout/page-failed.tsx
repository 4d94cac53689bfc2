import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failed } from '../states/failed.tsx'
import { PageHeading } from './page-heading.tsx'

/** A fault of a page itself: it says so, and offers to draw the page again. */
export const PageFailed = ({ error, reset }: ErrorComponentProps<unknown>) => (
  <>
    <PageHeading title="This page broke" />
    <Failed error={error instanceof Error ? error : new Error('Something went wrong while drawing it.')} retry={reset} what="This page" />
  </>
)
