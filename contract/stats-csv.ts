import type { AnyEndpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** The same numbers at the same address with `.csv`: one row per cell, columns named in the first line. */
export const csvOf = <E extends AnyEndpoint>(table: E) =>
  ({
    ...table,
    path: `${table.path}.csv`,
    summary: `${table.summary}: as CSV`,
    response: z.unknown(),
    file: { type: 'text/csv', description: 'UTF-8 with a byte order mark, one row per cell' },
  }) as const
