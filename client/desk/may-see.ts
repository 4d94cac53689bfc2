import { contentRoles, mayCall, registerReaders } from '#contract/access.ts'
import type { Role } from '#contract/accounts.ts'
import { useSession } from '../lib/use-session.ts'

/** Pages that are not for all who read the register; where one stands here, it is for these roles. */
const pageRoles: Readonly<Record<string, readonly Role[] | 'staff'>> = {
  '/desk': 'staff',
  '/proposals': contentRoles,
  '/staff': ['admin'],
  '/settings': ['admin'],
  '/access-log': ['auditor'],
}

/** Which pages the one who is signed in is led to: none of the records for an administrator without another role. */
export const useOwnPages = (): ((to: string) => boolean) => {
  const held = useSession().data?.account?.roles ?? null
  return (to) => mayCall(pageRoles[to] ?? registerReaders, held)
}
