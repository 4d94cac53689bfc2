/**
 * The token of a one-time link (`/first-account#token`, `?token=` and `#token=` too). It is taken
 * out of the address at once, so that it stays in no history, screenshot or referrer.
 */
export const takeToken = (): string => {
  const { hash, search, pathname } = window.location
  const after = decodeURIComponent(hash.replace(/^#(?:token=)?/, ''))
  const token = new URLSearchParams(search).get('token') ?? after
  if (hash !== '' || search !== '') window.history.replaceState(window.history.state, '', pathname)
  return token
}
