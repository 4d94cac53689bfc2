import { withKeys } from '#client/lib/with-keys.ts'
import type { Colour, Mark } from '#contract/charts/drawing.ts'
import type { SeriesLook } from '#contract/charts/series-patterns.ts'
import { joinedMarks } from './joined-marks.ts'

const paint = (fill: Colour | SeriesLook | undefined): string =>
  fill === undefined ? 'none' : typeof fill === 'string' ? `var(--${fill})` : `url(#${fill.id})`

/** The marks of a drawing in the theme's colours, the later ones over the earlier. */
export const MarkShapes = ({ marks }: { marks: readonly Mark[] }) =>
  // A mark has no name: the third rectangle stays the third when its values change.
  withKeys(joinedMarks(marks), ({ kind }) => kind).map(({ key, item }) => <MarkShape key={key} mark={item} />)

const MarkShape = ({ mark }: { mark: Mark }) => {
  if (mark.kind === 'rect') {
    return (
      <rect
        x={mark.x}
        y={mark.y}
        width={mark.width}
        height={mark.height}
        fill={paint(mark.fill)}
        {...(mark.stroke === undefined ? {} : { stroke: paint(mark.stroke) })}
      />
    )
  }
  if (mark.kind === 'path') {
    return (
      <path
        d={mark.d}
        fill={paint(mark.fill)}
        {...(mark.stroke === undefined ? {} : { stroke: paint(mark.stroke), strokeWidth: mark.width ?? 1 })}
        {...(mark.dash === undefined ? {} : { strokeDasharray: mark.dash })}
        {...(mark.opacity === undefined ? {} : { opacity: mark.opacity })}
      />
    )
  }
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontSize={mark.size ?? 13}
      textAnchor={mark.anchor ?? 'start'}
      fill={paint(mark.colour ?? 'ink')}
      {...(mark.bold === true ? { fontWeight: 600 } : {})}
    >
      {mark.text}
    </text>
  )
}
