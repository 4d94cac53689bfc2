/** The pages that a one-time link opens. */
export const linkPages: ReadonlySet<string> = new Set(['/first-account', '/invitation', '/password'])

/**
 * The token of a one-time link (`/invitation#token`; `?token=` and `#token=` too). It is taken
 * out of the address at once, so that it stays in no history or screenshot. `main.tsx` imports
 * this before the router, which would else remember the address as it was.
 */
const takeToken = (): string => {
  const { hash, search, pathname } = window.location
  if (!linkPages.has(pathname)) return ''
  const token = new URLSearchParams(search).get('token') ?? decodeURIComponent(hash.replace(/^#(?:token=)?/, ''))
  window.history.replaceState(null, '', pathname)
  return token
}

export const linkToken = takeToken()
