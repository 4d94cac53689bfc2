import { getSession } from '#contract/accounts.ts'
import { ApiError } from '../lib/api-error.ts'
import { call } from '../lib/call.ts'
import { freshSignIn } from '../lib/fresh-sign-in.ts'

/** A download that begins in the last moment would still be refused. */
const spareMs = 5000

/** Asks for the password where it was not given of late: a file that is refused would only look like a broken one. */
export const beFreshlySignedIn = async (): Promise<boolean> => {
  const { freshUntil } = await call(getSession)
  if (freshUntil !== null && Date.parse(freshUntil) > Date.now() + spareMs) return true
  return freshSignIn.ask(new ApiError(403, { code: 'fresh_sign_in_required', message: '' }))
}
