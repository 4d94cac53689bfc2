import type { Proposal } from '#contract/proposals.ts'

export const importRef = (id: number): string => `I-${id}`

/** The number of the import that a proposal is about; null for another kind of proposal. */
export const importOf = ({ kind, body }: Pick<Proposal, 'kind' | 'body'>): string | null => {
  const id: unknown = kind === 'import' && typeof body === 'object' && body !== null ? Reflect.get(body, 'importId') : null
  return typeof id === 'number' ? importRef(id) : null
}
