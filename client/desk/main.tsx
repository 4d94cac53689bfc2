import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/theme.css'
import { App } from '../components/layout/app.tsx'
import type { Door } from '../lib/door.ts'
import { applyThemeChoice, readThemeChoice } from '../lib/theme-choice.ts'
import { deskRouter } from './router.ts'

const door: Door = { name: 'desk', links: [] }

applyThemeChoice(readThemeChoice())
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <App door={door} router={deskRouter} />
  </StrictMode>,
)
