import { linkToken } from './link-token.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/theme.css'
import { App } from '../components/layout/app.tsx'
import type { Door } from '../lib/door.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import '../lib/kept-theme.ts'
import { beFreshlySignedIn } from './be-freshly-signed-in.ts'
import { DeskGate } from './desk-gate.tsx'
import { RecordActions } from './record-actions.tsx'
import { deskRouter } from './router.ts'
import { SignedInCorner } from './signed-in-corner.tsx'
import { deskTab } from './tab-title.ts'

const door: Door = {
  name: 'desk',
  links: [
    { to: '/proposals', label: 'Proposals' },
    { to: '/staff', label: 'Staff' },
    { to: '/settings', label: 'Settings' },
    { to: '/access-log', label: 'Access log' },
    { to: '/desk', label: 'Your desk' },
  ],
  Corner: SignedInCorner,
  RecordActions,
  tabOf: deskTab,
  beforeDownload: beFreshlySignedIn,
}

deskRouter.update({
  ...deskRouter.options,
  InnerWrap: ({ children }) => <DeskGate token={linkToken}>{children}</DeskGate>,
})

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <App door={door} router={deskRouter} queries={makeQueryClient()} />
  </StrictMode>,
)
