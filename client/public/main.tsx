import { createRoot, hydrateRoot } from 'react-dom/client'
import '../theme/theme.css'
import { answersId, type DrawnPage } from '#contract/drawn-page.ts'
import { answered } from '../lib/answered-before.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import '../lib/kept-theme.ts'
import { PublicPages } from './public-pages.tsx'
import { makePublicRouter } from './router.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')

const router = makePublicRouter()
const queries = makeQueryClient()
const pages = <PublicPages router={router} queries={queries} />

const drawn = document.getElementById(answersId)
if (drawn === null) {
  createRoot(root).render(pages)
} else {
  // The server drew this page: it stays as it stands while what runs it is attached.
  answered(queries, JSON.parse(drawn.textContent) as DrawnPage['answers'])
  router.ssr = { manifest: undefined }
  await router.load()
  hydrateRoot(root, pages)
}
