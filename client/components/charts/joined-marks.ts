import { type Mark, round } from '#contract/charts/drawing.ts'

type Rectangle = Extract<Mark, { kind: 'rect' }>
type Path = Extract<Mark, { kind: 'path' }>

const outlineOf = ({ x, y, width, height }: Rectangle): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${-round(width)}z`

/** What a mark is painted with, where it is all of one colour and covers what is below it; null: it stays by itself. */
const paintOf = (mark: Mark): string | null => {
  if (mark.kind === 'text' || (mark.kind === 'path' && mark.opacity !== undefined)) return null
  const { kind, fill, stroke } = mark
  if (fill !== undefined && stroke !== undefined) return null
  return [kind, typeof fill === 'object' ? fill.id : fill, stroke, ...(mark.kind === 'path' ? [mark.width, mark.dash] : [])].join()
}

const joined = (marks: readonly (Rectangle | Path)[]): Mark => {
  const [first] = marks
  if (first?.kind === 'path') return { ...first, d: marks.map((mark) => (mark.kind === 'path' ? mark.d : '')).join('') }
  const d = marks.map((mark) => (mark.kind === 'rect' ? outlineOf(mark) : '')).join('')
  return { kind: 'path', d, ...(first?.fill === undefined ? {} : { fill: first.fill }) }
}

/** Marks that follow each other and are painted alike as one: the same picture of a few parts, however many columns it has. */
export const joinedMarks = (marks: readonly Mark[]): readonly Mark[] => {
  const runs: { readonly paint: string | null; readonly marks: Mark[] }[] = []
  for (const mark of marks) {
    const paint = paintOf(mark)
    const last = runs.at(-1)
    if (paint !== null && last?.paint === paint) last.marks.push(mark)
    else runs.push({ paint, marks: [mark] })
  }
  return runs.flatMap((run) => (run.marks.length === 1 ? run.marks : [joined(run.marks.filter((mark) => mark.kind !== 'text'))]))
}
