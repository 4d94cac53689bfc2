import type { Drawing } from '#contract/charts/drawing.ts'
import styles from './picture.module.css'

/** Names of the series with their look; those that are a filter are buttons. */
export const Legend = ({
  entries,
  canChoose,
  onChoose,
}: {
  entries: Drawing['legend']
  canChoose?: (key: string) => boolean
  onChoose?: (key: string) => void
}) =>
  entries.length === 0 ? null : (
    <ul className={styles.legend}>
      {entries.map(({ look, name, key }) => (
        <li key={look.id + name}>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <rect width="20" height="14" fill={`url(#${look.id})`} />
          </svg>
          {key !== undefined && onChoose !== undefined && canChoose?.(key) === true ? (
            <button type="button" className={styles.entry} aria-label={`${name}: show only this`} onClick={() => onChoose(key)}>
              {name}
            </button>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  )
