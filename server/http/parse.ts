import type { z } from '#contract/zod.ts'
import { invalid } from './errors.ts'

/** A parameter is named as it is typed; a field of a body by its place in it. */
const fieldOf = (path: readonly PropertyKey[], whole: string): string =>
  whole === 'query' ? String(path[0] ?? '') : path.map(String).join('.')

/** A zod issue list as one message per field; unknown keys are named one by one. */
export const problemsOf = (error: z.ZodError, whole: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const name = fieldOf([...issue.path, key], whole)
        fields[name] ??= 'There is no such parameter. Leave it out.'
      }
      continue
    }
    fields[fieldOf(issue.path, whole) || whole] ??= issue.message
  }
  return fields
}

/** Parses with the schema of the contract. Throws a 400 that names each field. */
export const parseWith = <Schema extends z.ZodType>(schema: Schema, value: unknown, whole: string): z.output<Schema> => {
  const result = schema.safeParse(value)
  if (!result.success) throw invalid(problemsOf(result.error, whole))
  return result.data
}
