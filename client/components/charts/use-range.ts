import { type PointerEvent, useState } from 'react'
import type { Drawing, Spot } from '#contract/charts/drawing.ts'

/** A stretch of a picture that can be chosen: by dragging, or with Shift and the arrows. */
export type Range = {
  /** The first and the last spot chosen, in words: "July 2024 to March 2025". */
  readonly words: (from: string, to: string) => string
  readonly choose: (from: string, to: string) => void
}

type Stretch = { readonly from: number; readonly to: number; readonly isDragged: boolean }

/** What is being chosen of a picture's spots, which stand beside each other from left to right. */
export const useRange = (range: Range | undefined, { spots, width }: Pick<Drawing, 'spots' | 'width'>) => {
  const [stretch, setStretch] = useState<Stretch | null>(null)
  const [first, last] = stretch === null ? [0, 0] : [Math.min(stretch.from, stretch.to), Math.max(stretch.from, stretch.to)]
  const ends: readonly [Spot, Spot] | null =
    range === undefined || stretch === null || spots[first] === undefined || spots[last] === undefined ? null : [spots[first], spots[last]]
  const choose = (): void => {
    setStretch(null)
    if (ends !== null) range?.choose(ends[0].key, ends[1].key)
  }
  /** The spot under the pointer, or the nearest to its side. */
  const spotAt = (event: PointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * width
    const next = spots.findIndex((spot) => x < spot.x + spot.width)
    return next === -1 ? spots.length - 1 : next
  }
  const pointers = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button === 0 && event.isPrimary) setStretch({ from: spotAt(event), to: spotAt(event), isDragged: false })
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (stretch === null || (!stretch.isDragged && event.buttons === 0)) return
      const to = spotAt(event)
      if (!stretch.isDragged && to === stretch.from) return
      // From here on it is no click, and goes on outside the picture.
      event.currentTarget.setPointerCapture(event.pointerId)
      setStretch({ ...stretch, to, isDragged: true })
    },
    onPointerUp: () => (stretch?.isDragged === true ? choose() : setStretch(null)),
    onPointerCancel: () => setStretch(null),
  }
  return {
    ends,
    said: ends === null || range === undefined ? null : range.words(ends[0].key, ends[1].key),
    isDragged: stretch?.isDragged === true,
    pointers: range === undefined ? {} : pointers,
    /** From the spot that has the focus on, or from where the stretch began. */
    extend: (index: number, to: number) => setStretch({ from: stretch?.from ?? index, to, isDragged: false }),
    choose,
    clear: () => setStretch(null),
  }
}
