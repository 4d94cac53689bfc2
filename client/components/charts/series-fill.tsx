import { restKey } from '#contract/charts/time-rows.ts'

const colours = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6']

const isRest = (key: string): boolean => key === restKey || key === 'not_stated'

/** Colour and pattern of a series: each is told apart by both, whatever eyes or printer one has. */
export const fillOf = (key: string, index: number): string => `url(#${patternId(key, index)})`

const patternId = (key: string, index: number): string => `series-${isRest(key) ? key : index % colours.length}`

const colourOf = (key: string, index: number): string => `var(${isRest(key) ? '--series-rest' : (colours[index % colours.length] ?? '--series-1')})`

/** What is drawn over the colour, in the colour of the paper. The first series is plain. */
const marks = [
  null,
  <path key="rising" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />,
  <path key="level" d="M0 4h8" />,
  <path key="dots" d="M2 2h.01M6 6h.01" strokeLinecap="round" strokeWidth="2.4" />,
  <path key="falling" d="M-2 6l4 4M0 0l8 8M6-2l4 4" />,
  <path key="upright" d="M4 0v8" />,
]

const markOf = (key: string, index: number) =>
  key === 'not_stated' ? (
    <path d="M0 0l8 8M8 0l-8 8" />
  ) : key === restKey ? (
    <path d="M0 2h8M0 6h8" strokeDasharray="2 2" />
  ) : (
    marks[index % marks.length]
  )

/** The patterns of a chart's series, once per page and drawing. */
export const SeriesPatterns = ({ keys }: { keys: readonly string[] }) => (
  <defs>
    {keys.map((key, index) => (
      <pattern key={key} id={patternId(key, index)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={colourOf(key, index)} />
        <g stroke="var(--sheet)" strokeWidth="1.2" fill="none">
          {markOf(key, index)}
        </g>
      </pattern>
    ))}
  </defs>
)
