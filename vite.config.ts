import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Plugin, defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The two doors and where their API answers while the pages are served with reload. */
const doors = { public: 'http://127.0.0.1:3000', desk: 'http://127.0.0.1:3001' } as const
type Door = keyof typeof doors

/** Answers every page address with the door's own page, as the server does for the built client. */
const pageFallback = (door: Door): Plugin => ({
  name: 'habeas-page-fallback',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      const isPage = request.headers.accept?.includes('text/html') ?? false
      if (isPage && !request.url?.startsWith('/api')) request.url = `/${door}/index.html`
      next()
    })
  },
})

/**
 * One build of two pages: `dist/client/public/index.html` and `dist/client/desk/index.html`,
 * their files in `dist/client/assets`. `vite --mode desk` serves the desk with reload.
 */
export default defineConfig(({ mode }) => {
  const door: Door = mode === 'desk' ? 'desk' : 'public'
  return {
    root: here('./client'),
    // Vite would copy client/public, which is a door here and no folder of static files.
    publicDir: false,
    plugins: [react(), pageFallback(door)],
    build: {
      outDir: here('./dist/client'),
      emptyOutDir: true,
      // The content security policy allows no data: fonts and no inline code.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { public: here('./client/public/index.html'), desk: here('./client/desk/index.html') },
      },
    },
    server: {
      // Vite's own default is the whole repository, and with it data/.
      fs: { allow: [here('./client'), here('./contract'), here('./node_modules')] },
      proxy: { '/api': { target: doors[door], changeOrigin: true, headers: { origin: doors[door] } } },
    },
  }
})
