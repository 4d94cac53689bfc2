import { encode } from 'uqr'
import styles from './qr-code.module.css'

/** Light modules around the code, without which some cameras do not find it (ISO/IEC 18004). */
const margin = 4

/** A text as a QR code. Whoever cannot scan needs the same text in words beside it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : '')))
    .join('')
  const side = size + 2 * margin
  return (
    <svg className={styles.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  )
}
