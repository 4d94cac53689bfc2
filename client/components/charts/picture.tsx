import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Drawing, Spot } from '#contract/charts/drawing.ts'
import { patternsOf } from '#contract/charts/svg-text.ts'
import { useWidth } from '#client/lib/use-width.ts'
import { MarkShapes } from './mark-shapes.tsx'
import { Patterns } from './series-fill.tsx'
import styles from './picture.module.css'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * A drawing in the colours of the theme. Its values are reached by keyboard: Tab comes to the
 * first one, the arrows go on, and what has the focus is read out and stands below the picture.
 */
export const Picture = ({
  draw,
  summary,
  onChoose,
  canChoose,
  chooseWords = 'Press Enter or click to see only this.',
}: {
  draw: (width: number) => Drawing
  /** One sentence that says what the picture shows. */
  summary: string
  onChoose?: ((key: string) => void) | undefined
  canChoose?: (key: string) => boolean
  chooseWords?: string
}) => {
  const [box, width] = useWidth(720)
  const hintId = useId()
  const group = useRef<SVGGElement>(null)
  const [current, setCurrent] = useState(0)
  const [said, setSaid] = useState<Spot | null>(null)
  const drawing = draw(width)
  const at = Math.min(current, drawing.spots.length - 1)
  const isChoice = (key: string) => onChoose !== undefined && (canChoose === undefined || canChoose(key))
  const move = (event: KeyboardEvent, index: number, spot: Spot) => {
    if (isChoice(spot.key) && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onChoose?.(spot.key)
      return
    }
    const last = drawing.spots.length - 1
    const step = steps[event.key]
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : Math.min(last, Math.max(0, index + step))
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    const target = group.current?.children[next]
    if (target instanceof SVGElement) target.focus()
  }
  return (
    <div ref={box} className={styles.picture}>
      <svg
        className={styles.svg}
        width={drawing.width}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={summary}
        aria-describedby={hintId}
      >
        <Patterns looks={patternsOf(drawing)} />
        <g aria-hidden="true">
          <MarkShapes marks={drawing.marks} />
        </g>
        <g ref={group}>
          {drawing.spots.map((spot, index) => (
            <g
              key={spot.key}
              role={isChoice(spot.key) ? 'button' : 'img'}
              aria-label={spot.label}
              tabIndex={index === at ? 0 : -1}
              className={isChoice(spot.key) ? `${styles.spot} ${styles.chosen}` : styles.spot}
              onFocus={() => {
                setCurrent(index)
                setSaid(spot)
              }}
              onPointerEnter={() => setSaid(spot)}
              onKeyDown={(event) => move(event, index, spot)}
              onClick={() => {
                if (isChoice(spot.key)) onChoose?.(spot.key)
              }}
            >
              <rect className={styles.frame} x={spot.x} y={spot.y} width={Math.max(1, spot.width)} height={Math.max(1, spot.height)} />
            </g>
          ))}
        </g>
      </svg>
      {drawing.legend.length === 0 ? null : (
        <ul className={styles.legend}>
          {drawing.legend.map(({ look, name }) => (
            <li key={look.id + name}>
              <svg viewBox="0 0 20 14" aria-hidden="true">
                <rect width="20" height="14" fill={`url(#${look.id})`} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <p id={hintId} className={styles.said} data-screen-only="">
        {said === null ? (
          'Tab and the arrow keys, or the pointer, read each value.'
        ) : (
          <>
            <strong>{said.label}</strong> {isChoice(said.key) ? chooseWords : ''}
          </>
        )}
      </p>
    </div>
  )
}
