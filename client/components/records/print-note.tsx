import { useRouterState } from '@tanstack/react-router'
import { getMount } from '#contract/editions.ts'
import { dataLicence } from '#contract/licence.ts'
import { queryText } from '#client/lib/call.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useInBrowser } from '#client/lib/use-in-browser.ts'
import styles from './print-note.module.css'

/** On paper only: what was printed, of which edition, and the address at which it stays. */
export const PrintNote = ({ title }: { title: string }) => {
  const { data: mount } = useAnswer(getMount)
  const origin = useInBrowser(() => location.origin, '')
  const { pathname, search } = useRouterState({
    select: ({ location }) => ({ pathname: location.pathname, search: location.search as SearchText }),
    structuralSharing: true,
  })
  const edition = mount?.edition ?? null
  const pinned = edition === null ? search : { ...search, edition: String(edition.number) }
  return (
    <p className={styles.note}>
      Habeas{edition === null ? '' : ` (${edition.publishedAt.slice(0, 4)})`}. {title}.{' '}
      {edition === null ? 'The register itself, as it stood when this was printed' : `Edition ${edition.label}`}. {origin}
      {pathname}
      {queryText(pinned)} · {dataLicence.name}
    </p>
  )
}
