import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { Loading } from '../components/states/loading.tsx'
import { Failed } from '../components/states/failed.tsx'
import { SecondFactorDuePage } from '../features/account-settings/second-factor-due.page.tsx'
import { FirstAccountPage, InvitationPage } from '../features/accounts/first-account.page.tsx'
import { NewPasswordPage } from '../features/accounts/new-password.page.tsx'
import { SignInPage } from '../features/accounts/sign-in.page.tsx'
import { UpkeepBar } from '../features/upkeep/upkeep-bar.tsx'
import { ApiError } from '../lib/api-error.ts'
import { DoorContext, useDoor } from '../lib/door.ts'
import { sessionKey, useSession } from '../lib/use-session.ts'
import { FreshSignIn } from './fresh-sign-in.tsx'
import { KeysHelp } from './keys-help.tsx'
import { linkPages } from './link-token.ts'
import { useOwnPages } from './may-see.ts'
import { useQuickExit } from './quick-exit.tsx'
import { SignedOutBar } from './signed-out-bar.tsx'

/**
 * Shows the desk to those who are signed in, and the sign-in page to others. Once shown, pages
 * stay: when a session ends, what was typed is still there, and a bar says what to do.
 */
export const DeskGate = ({ token, children }: { token: string; children: ReactNode }) => {
  const session = useSession()
  const pathname = useLocation({ select: (location) => location.pathname })
  const navigate = useNavigate()
  const [wasIn, setWasIn] = useState(false)
  useAskAgainWhenRefused()
  useQuickExit()

  const isIn = session.data !== undefined && session.data.account !== null
  if (isIn && !wasIn) setWasIn(true)
  const door = useDoor()
  const maySee = useOwnPages()
  const isElsewhere = linkPages.has(pathname) || (pathname === '/' && !maySee('/'))
  useEffect(() => {
    if (isIn && isElsewhere) void navigate({ to: '/desk', replace: true })
  }, [isIn, isElsewhere, navigate])

  if (session.data === undefined) {
    return (
      <main id="main">
        {session.error === null ? (
          <Loading what="the desk" />
        ) : (
          <Failed error={session.error} retry={() => void session.refetch()} what="The desk" />
        )}
      </main>
    )
  }
  if (!isIn && !wasIn) {
    const onMade = () => void navigate({ to: '/desk', replace: true })
    if (pathname === '/first-account') return <FirstAccountPage token={token} onMade={onMade} />
    if (pathname === '/invitation') return <InvitationPage token={token} onMade={onMade} />
    if (pathname === '/password') return <NewPasswordPage token={token} />
    const goHome = () => {
      if (pathname === '/') void navigate({ to: '/desk', replace: true })
    }
    return <SignInPage session={session.data} onSignedIn={goHome} />
  }
  if (session.data.secondFactor.due) return <SecondFactorDuePage />
  return (
    <>
      {isIn ? <UpkeepBar /> : <SignedOutBar />}
      <DoorContext value={{ ...door, maySee }}>{children}</DoorContext>
      <FreshSignIn />
      <KeysHelp />
    </>
  )
}

/** A 401 anywhere means the session has ended: the desk then asks who is signed in. */
const useAskAgainWhenRefused = (): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const look = (error: unknown) => {
      if (error instanceof ApiError && error.status === 401) void queries.invalidateQueries({ queryKey: sessionKey })
    }
    const stopReads = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    })
    const stopWrites = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    })
    return () => {
      stopReads()
      stopWrites()
    }
  }, [queries])
}
