import { type SeriesLook, seriesLook } from '#contract/charts/series-patterns.ts'

/** Colour and pattern of a series: each is told apart by both, whatever eyes or printer one has. */
export const fillOf = (key: string, index: number): string => `url(#${seriesLook(key, index).id})`

/** The patterns of a chart's series, once per page and drawing. */
export const SeriesPatterns = ({ keys }: { keys: readonly string[] }) => <Patterns looks={keys.map(seriesLook)} />

export const Patterns = ({ looks }: { looks: readonly SeriesLook[] }) => (
  <defs>
    {looks.map(({ id, colour, pattern }) => (
      <pattern key={id} id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={`var(--${colour})`} />
        {pattern === null ? null : (
          <path
            d={pattern.d}
            stroke="var(--sheet)"
            strokeWidth={pattern.width ?? 1.2}
            fill="none"
            {...(pattern.round === true ? { strokeLinecap: 'round' } : {})}
            {...(pattern.dash === undefined ? {} : { strokeDasharray: pattern.dash })}
          />
        )}
      </pattern>
    ))}
  </defs>
)
