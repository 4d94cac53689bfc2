import { z } from './zod.ts'
import { ordered } from './common.ts'
import { releaseEventFilter } from './release-events.ts'

/*
 * A second filter inside one parameter of an address, so that a person can read it:
 * `vs=destination:UA;from:2024-01-01`, or `vs=all` for no filter at all.
 */

const everything = 'all'

/** A filter as the parameter `vs` writes it; its values are percent-encoded once more where `;` or `%` stands in them. */
export const writeComparedFilter = (filter: Readonly<Record<string, string>>): string => {
  const parts = Object.keys(releaseEventFilter).flatMap((name) => {
    const value = filter[name]
    return value === undefined || value === '' ? [] : [`${name}:${value.replaceAll('%', '%25').replaceAll(';', '%3B')}`]
  })
  return parts.length === 0 ? everything : parts.join(';')
}

/** The parameters of a filter by name; a part without a name stands under the empty one. */
export const readComparedFilter = (text: string): Readonly<Record<string, string>> => {
  if (text === everything || text === '') return {}
  return Object.fromEntries(
    text.split(';').map((part) => {
      const colon = part.indexOf(':')
      const value = part.slice(colon + 1).replaceAll('%3B', ';').replaceAll('%25', '%')
      return colon < 0 ? ['', part] : [part.slice(0, colon), value]
    }),
  )
}

const filterObject = z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to'))

/** The parameter `vs`, kept as text once the filter in it is sound. */
export const comparedFilter = z
  .string()
  .max(4000)
  .superRefine((text, context) => {
    const result = filterObject.safeParse(readComparedFilter(text))
    const [issue] = result.error?.issues ?? []
    if (issue === undefined) return
    const name = issue.path[0]
    const message = name === undefined ? 'This is no filter: write it as name:value;name:value, or all.' : `${String(name)}: ${issue.message}`
    context.addIssue({ code: 'custom', message })
  })
  .meta({ description: 'A second filter to compare with: `destination:UA;from:2024-01-01`, or `all`' })
