import { type KeyboardEvent, cloneElement, useId, useMemo, useRef, useState } from 'react'
import { type Drawing, type Spot, round } from '#contract/charts/drawing.ts'
import { patternsOf } from '#contract/charts/svg-text.ts'
import { useIsLive } from '#client/lib/use-in-browser.ts'
import { useWidth } from '#client/lib/use-width.ts'
import { Legend } from './legend.tsx'
import { MarkShapes } from './mark-shapes.tsx'
import { Patterns } from './patterns.tsx'
import { type Range, useRange } from './use-range.ts'
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
  range: offered,
  legend,
}: {
  draw: (width: number) => Drawing
  /** One sentence that says what the picture shows. */
  summary: string
  onChoose?: ((key: string) => void) | undefined
  canChoose?: (key: string) => boolean
  chooseWords?: string
  range?: Range
  legend?: { readonly canChoose: (key: string) => boolean; readonly onChoose: (key: string) => void }
}) => {
  const [box, width] = useWidth(720)
  const isLive = useIsLive()
  const hintId = useId()
  const group = useRef<SVGGElement>(null)
  const [current, setCurrent] = useState(0)
  const [said, setSaid] = useState<Spot | null>(null)
  const drawing = useMemo(() => draw(width), [draw, width])
  const marks = useMemo(() => <MarkShapes marks={drawing.marks} />, [drawing])
  const range = useRange(offered, drawing)
  const at = Math.min(current, drawing.spots.length - 1)
  const canBeChosen = onChoose !== undefined
  const isChoice = (key: string) => canBeChosen && canChoose?.(key) !== false
  // Each as it is but for the one that has the focus: of hundreds only that one is drawn again as the pointer goes on.
  const spots = useMemo(
    () =>
      drawing.spots.map((spot) => (
        <rect
          key={spot.key}
          role={canBeChosen && canChoose?.(spot.key) !== false ? 'button' : 'img'}
          aria-label={spot.label}
          tabIndex={-1}
          className={canBeChosen && canChoose?.(spot.key) !== false ? `${styles.spot} ${styles.chosen}` : styles.spot}
          x={round(spot.x)}
          y={round(spot.y)}
          width={Math.max(1, round(spot.width))}
          height={Math.max(1, round(spot.height))}
        />
      )),
    [drawing, canBeChosen, canChoose],
  )
  const onSpot = (target: EventTarget, act: (spot: Spot, index: number) => void): void => {
    const index = group.current === null ? -1 : [...group.current.children].findIndex((child) => child === target)
    const spot = drawing.spots[index]
    if (spot !== undefined) act(spot, index)
  }
  const move = (event: KeyboardEvent, index: number, spot: Spot) => {
    if (range.ends !== null && event.key === 'Escape') range.clear()
    if (range.ends !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      range.choose()
      return
    }
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
    if (offered !== undefined && event.shiftKey) range.extend(index, next)
    else range.clear()
    setCurrent(next)
    const target = group.current?.children[next]
    if (target instanceof SVGElement) target.focus()
  }
  return (
    <div ref={box} className={styles.picture}>
      <svg
        className={offered === undefined ? styles.svg : `${styles.svg} ${styles.ranged}`}
        {...range.pointers}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={summary}
        aria-describedby={hintId}
      >
        <Patterns looks={patternsOf(drawing)} />
        <g aria-hidden="true">{marks}</g>
        {range.ends === null ? null : (
          <rect
            className={styles.stretch}
            x={range.ends[0].x}
            y={range.ends[0].y}
            width={range.ends[1].x + range.ends[1].width - range.ends[0].x}
            height={range.ends[0].height}
          />
        )}
        <g
          ref={group}
          onFocus={({ target }) => onSpot(target, (spot, index) => {
            setCurrent(index)
            setSaid(spot)
          })}
          onPointerOver={({ target }) => onSpot(target, setSaid)}
          onKeyDown={(event) => onSpot(event.target, (spot, index) => move(event, index, spot))}
          onClick={({ target }) => onSpot(target, ({ key }) => isChoice(key) && onChoose?.(key))}
        >
          {isLive ? spots.map((spot, index) => (index === at ? cloneElement(spot, { tabIndex: 0 }) : spot)) : spots}
        </g>
      </svg>
      <Legend entries={drawing.legend} {...legend} />
      <p id={hintId} className={styles.said} data-screen-only="">
        {range.said !== null ? (
          <>
            <strong>{range.said}</strong> {range.isDragged ? 'Let go to see only these dates.' : 'Press Enter to see only these dates.'}
          </>
        ) : said === null ? (
          `Tab and the arrow keys, or the pointer, read each value.${offered === undefined ? '' : ' Drag over the picture, or hold Shift with the arrow keys, to choose a range of dates.'}`
        ) : (
          <>
            <strong>{said.label}</strong> {isChoice(said.key) ? chooseWords : ''}
          </>
        )}
      </p>
    </div>
  )
}
