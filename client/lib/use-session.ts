import { useQuery } from '@tanstack/react-query'
import { type Role, getSession } from '#contract/accounts.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { call } from './call.ts'

export type Session = ResponseOf<typeof getSession>

export const sessionKey = ['session'] as const

/** Who is signed in at the desk. Asked again whenever the window is returned to: sessions end by themselves. */
export const useSession = () =>
  useQuery<Session>({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call(getSession, { signal }),
    refetchOnWindowFocus: 'always',
  })

/** True when the one signed in has any of these roles. */
export const useHasRole = (...roles: readonly Role[]): boolean =>
  useSession().data?.account?.roles.some((role) => roles.includes(role)) ?? false
