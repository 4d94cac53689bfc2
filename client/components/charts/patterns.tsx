import type { SeriesLook } from '#contract/charts/series-patterns.ts'


/** The patterns a drawing fills with, once for each drawing. */
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
