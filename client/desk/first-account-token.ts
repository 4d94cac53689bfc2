/**
 * The token of a one-time link (`/first-account#token`; `?token=` and `#token=` too). It is taken
 * out of the address at once, so that it stays in no history or screenshot. `main.tsx` imports
 * this before the router, which would else remember the address as it was.
 */
const takeToken = (): string => {
  const { hash, search, pathname } = window.location
  if (pathname !== '/first-account') return ''
  const token = new URLSearchParams(search).get('token') ?? decodeURIComponent(hash.replace(/^#(?:token=)?/, ''))
  window.history.replaceState(null, '', pathname)
  return token
}

export const firstAccountToken = takeToken()
