import { ApiError } from './api-error.ts'

type Labels = Readonly<Record<string, string>>
type Problem = { readonly id: string; readonly label: string; readonly message: string }

/** What a form shows of a refusal: a message at each field it has, and what is said of the rest. */
export type Trouble = { readonly problems: readonly Problem[]; readonly message: string | undefined }

export const problemsIn = (fields: Readonly<Record<string, string>>, labels: Labels): Problem[] =>
  Object.entries(fields).flatMap(([field, message]) => {
    const label = labels[field]
    return label === undefined ? [] : [{ id: field, label, message }]
  })

/** Fields go by the id that the server names; an error of none of them is a message. */
export const troubleOf = (error: Error | null, labels: Labels): Trouble => {
  const problems = error instanceof ApiError ? problemsIn(error.fields, labels) : []
  return { problems, message: problems.length > 0 ? undefined : error?.message }
}

export const problemAt = ({ problems }: Pick<Trouble, 'problems'>, id: string): string | undefined =>
  problems.find((problem) => problem.id === id)?.message
