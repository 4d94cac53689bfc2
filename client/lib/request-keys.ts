import { newKey } from './new-key.ts'

export type RequestKeys = {
  /** The key of a request: the same as long as it asks for the same, so that trying again does nothing twice. */
  readonly of: (request: unknown) => string
  /** It was done: what is asked next is another request, even in the same words. */
  readonly spend: () => void
}

/** The idempotency keys of one form. A component holds them in `useState(requestKeys)`. */
export const requestKeys = (): RequestKeys => {
  let asked: string | null = null
  let key = ''
  return {
    of: (request) => {
      const words = JSON.stringify(request)
      if (words !== asked) key = newKey()
      asked = words
      return key
    },
    spend: () => {
      asked = null
    },
  }
}
