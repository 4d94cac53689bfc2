import { Link } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'
import { counted } from '#contract/charts/format-count.ts'
import type { NamedText } from '#contract/publishing.ts'
import styles from './publishing.module.css'

/** The texts that may name someone who is not fully public, each with its way to the record. */
export const NamedTexts = ({ texts }: { texts: readonly NamedText[] }) => (
  <Notice tone="failure">
    <p>
      <strong>
        {counted(texts.length, 'text', 'texts')} may name someone who is not fully public.
      </strong>{' '}
      Correct each at its record and come back, or publish without them below. They are found by spelling and by sound, so
      one may be somebody else’s name.
    </p>
    <ul className={styles.list}>
      {texts.map(({ key, record, page, field, excerpt }) => (
        <li key={key}>
          {page === null ? record : <Link to={page}>{record}</Link>}, {field}: <q>{excerpt}</q>
        </li>
      ))}
    </ul>
  </Notice>
)
