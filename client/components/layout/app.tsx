import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Door, DoorContext } from '#client/lib/door.ts'
import { watchTyping } from '#client/lib/navigation-focus.ts'

/** What both doors stand on: the kept answers, the door's own name and links, the router. */
export const App = ({ door, router, queries }: { door: Door; router: AnyRouter; queries: QueryClient }) => {
  useEffect(watchTyping, [])
  return (
    <QueryClientProvider client={queries}>
      <DoorContext value={door}>
        <RouterProvider router={router} />
      </DoorContext>
    </QueryClientProvider>
  )
}
