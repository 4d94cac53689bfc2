import { Link } from '@tanstack/react-router'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { SourceHit } from '#contract/search.ts'
import { tellApart } from '#client/lib/tell-apart.ts'
import { PersonName } from '../values/person-name.tsx'
import type { Hit } from './hit-words.ts'
import { Marked } from './marked.tsx'
import styles from './search-hits.module.css'

/** Hits of one kind: each with why it was found and what tells it from its like. */
export const SearchHits = ({
  hits,
  label,
  onFollow,
  brief = false,
}: {
  hits: readonly Hit[]
  /** Names the list for those who listen. */
  label: string
  onFollow?: () => void
  /** True leaves out the description, where room is scarce. */
  brief?: boolean
}) => (
  <ul className={styles.hits} aria-label={label}>
    {hits.map((hit) => (
      <li key={hit.id} className={styles.hit}>
        <Link to={pages[hit.kind]} params={{ id: hit.ref }} {...(onFollow === undefined ? {} : { onClick: onFollow })}>
          <Title hit={hit} />
        </Link>{' '}
        <span className={styles.ref}>{hit.ref}</span>
        {apartOf(hit) === '' ? null : <p className={styles.apart}>{apartOf(hit)}</p>}
        {hit.kind !== 'detainee' || brief || hit.description === null || hit.snippet.field === 'description' ? null : (
          <p className={styles.apart}>{hit.description}</p>
        )}
        <p className={styles.why}>
          {hit.why}
          {saysWhole(hit) ? null : (
            <>
              {': '}
              <Marked snippet={hit.snippet} />
            </>
          )}
        </p>
      </li>
    ))}
  </ul>
)

const pages = {
  detainee: '/detainees/$id',
  release_event: '/release-events/$id',
  sanctions_action: '/sanctions-actions/$id',
  source: '/sources/$id',
} as const

/** A name's spelling is explained in words; the name itself stands above it, marked where it is the one that matched. */
const saysWhole = ({ kind, snippet, why }: Hit): boolean => kind === 'detainee' && snippet.field === 'name' && why.includes('~')

const Title = ({ hit }: { hit: Hit }) => {
  const matched = hit.snippet.parts.map(({ text }) => text).join('')
  if (hit.kind === 'detainee') {
    return hit.name !== null && matched === hit.name ? <Marked snippet={hit.snippet} /> : <PersonName name={hit.name} lang={hit.lang} />
  }
  if (hit.kind === 'source') return hit.title ?? sourceOf(hit)
  return hit.title
}

/** Publisher and day: what a source without a title is known by. */
const sourceOf = ({ publisher, published }: SourceHit): string =>
  `${publisher ?? 'Publisher not shown'}, ${published.edtf === null ? 'date ' : ''}${formatStatedDate(published)}`

const apartOf = (hit: Hit): string => {
  if (hit.kind === 'detainee') return tellApart(hit)
  if (hit.kind === 'source') return hit.title === null ? '' : sourceOf(hit)
  const date = `${hit.date.edtf === null ? 'date ' : ''}${formatStatedDate(hit.date)}`
  return hit.kind === 'release_event' ? `${date} · ${countryName(hit.country)}` : date
}
