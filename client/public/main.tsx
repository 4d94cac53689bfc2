import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import '../theme/theme.css'
import { answersId, type DrawnPage } from '#contract/drawn-page.ts'
import { answered } from '../lib/answered-before.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import '../lib/kept-theme.ts'
import { PublicPages } from './public-pages.tsx'
import { makePublicRouter } from './router.ts'

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')

// What the server drew can be read meanwhile: a slow processor has time for its reader between two pieces of work.
const drawn = document.getElementById(answersId)
if (drawn !== null) await pause()
const router = makePublicRouter()
const queries = makeQueryClient()
const pages = <PublicPages router={router} queries={queries} />

if (drawn === null) {
  createRoot(root).render(pages)
} else {
  await pause()
  // The page stays as it stands while what runs it is attached.
  answered(queries, JSON.parse(drawn.textContent) as DrawnPage['answers'])
  router.ssr = { manifest: undefined }
  await router.load()
  await pause()
  startTransition(() => void hydrateRoot(root, pages))
}
