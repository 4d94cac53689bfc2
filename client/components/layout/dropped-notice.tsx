import { Link } from '@tanstack/react-router'
import type { Dropped, SearchText } from '#client/lib/search-params.ts'
import { Notice } from './notice.tsx'

/** A link can be mangled into thousands of letters; the first tell which part is meant. */
const shortened = (value: string): string => (value.length <= 80 ? value : `${value.slice(0, 80)}…`)

/** Says which parts of the link were left out, and why: the page under it shows the rest. */
export const DroppedNotice = ({ dropped, kept }: { dropped: readonly Dropped[]; kept: SearchText }) =>
  dropped.length === 0 ? null : (
    <Notice tone="caution">
      <p>This link had parts that could not be used. They were left out:</p>
      <ul>
        {dropped.map(({ name, value, reason }) => (
          <li key={name}>
            <code>
              {name}={shortened(value)}
            </code>
            : {reason}
          </li>
        ))}
      </ul>
      <p>
        <Link to="." search={kept}>
          Clean the link
        </Link>
      </p>
    </Notice>
  )
