import type { ReactNode } from 'react'
import { bandOfCount } from '#contract/charts/band-of.ts'
import type { PlaceRow } from '#contract/charts/place-rows.ts'
import { CountText } from '../values/count-text.tsx'
import styles from './bar-list.module.css'

/** Bars with their names and numbers in full; what is no destination stands apart, under a line. */
export const BarList = ({ rows, name }: { rows: readonly PlaceRow[]; name: (row: PlaceRow) => ReactNode }) => {
  const most = Math.max(1, ...rows.map(({ reported }) => Math.max(reported.highest, reported.best)))
  const firstApart = rows.findIndex(({ apart }) => apart)
  return (
    <ol className={styles.list}>
      {rows.map((row, index) => (
        <li key={`${row.code}${row.stayed ? '-stayed' : ''}`} className={index === firstApart && index > 0 ? `${styles.row} ${styles.apart}` : styles.row}>
          <span>{name(row)}</span>
          <Bar row={row} most={most} />
          <span className={styles.value}>
            <CountText count={row.reported} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The bar is the used number; the line across its end is the band of all claims. */
const Bar = ({ row: { reported, apart }, most }: { row: PlaceRow; most: number }) => {
  const { band } = bandOfCount(reported)
  const at = (value: number) => `${(100 * Math.max(0, value)) / most}%`
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect x="0" y="10%" width={at(reported.best)} height="80%" className={apart ? styles.other : styles.main} />
      {band === undefined ? null : (
        <line x1={at(band.lowest)} x2={band.highest === null ? '100%' : at(band.highest)} y1="50%" y2="50%" className={styles.band} />
      )}
    </svg>
  )
}
