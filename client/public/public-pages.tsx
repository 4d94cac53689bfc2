import type { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { App } from '../components/layout/app.tsx'
import type { Door } from '../lib/door.ts'
import type { makePublicRouter } from './router.ts'

const door: Door = { name: 'public', links: [] }

/** The public pages: the same for the browser that runs them and the server that draws one ahead. */
export const PublicPages = ({ router, queries }: { router: ReturnType<typeof makePublicRouter>; queries: QueryClient }) => (
  <StrictMode>
    <App door={door} router={router} queries={queries} />
  </StrictMode>
)
