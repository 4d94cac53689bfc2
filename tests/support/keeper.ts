import type { BrowserContextOptions } from 'playwright-core'
import type { Habeas } from './start-habeas.ts'

/** Who keeps the register in a test: the first account, with every role but the auditor's. */
export const keeper = { name: 'Ada Keeper', email: 'ada@example.org', password: 'a sentence to remember' } as const

export type SignedIn = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>

/** Makes the first account with the printed link and gives its session as a browser keeps it. */
export const signInKeeper = async ({ deskAddress, firstAccountLink }: Habeas): Promise<SignedIn> => {
  const token = firstAccountLink?.split('#')[1] ?? ''
  const answer = await fetch(`${deskAddress}/api/accounts/first`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: deskAddress },
    body: JSON.stringify({ token, ...keeper }),
  })
  if (answer.status !== 201) throw new Error(`The first account was not made: ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    return {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      domain: new URL(deskAddress).hostname,
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Strict' as const,
    }
  })
  return { cookies, origins: [] }
}
