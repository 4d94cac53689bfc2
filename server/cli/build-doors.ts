import { rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { buildOnce, root } from './build-once.ts'

const outDir = 'dist/doors'

/** What is started as a process of its own at a start, or while a door is open. */
const programs = ['server/prepare-process.ts', 'server/public.ts', 'server/public-reader.ts', 'server/desk.ts', 'server/desk/desk-reader.ts']

/** They bring code that is no JavaScript. */
const native = ['better-sqlite3', '@node-rs/argon2']

/** A source's place, as the built files see it. */
const fromBuilt = (path: string): string => relative(join(root, outDir), path).split(sep).join('/')

/** Files beside a source are found from where it was written, and programs that are built too as they are built. */
const asWritten = (): Plugin => ({
  name: 'habeas-as-written',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(join(root, 'server')) || !code.includes('import.meta.')) return null
    const place = (path: string): string => `new URL(${JSON.stringify(fromBuilt(path))}, import.meta.url)`
    return code
      .replaceAll(/new URL\('([^']+\.ts)', import\.meta\.url\)/g, (found, name: string) => {
        const program = relative(root, resolve(dirname(id), name)).split(sep).join('/')
        return programs.includes(program) ? `new URL('./${basename(name, '.ts')}.js', import.meta.url)` : found
      })
      .replaceAll(/(?<!new URL\('\.\/[a-z-]+\.js', )import\.meta\.url/g, `${place(id)}.href`)
      .replaceAll('import.meta.dirname', `process.getBuiltinModule('node:url').fileURLToPath(${place(dirname(id))})`)
  },
})

/**
 * To import `node:http` is to read all that it exports, and with that to load what `fetch` is made of: 25 ms
 * and 6 MB, which a door does without until it asks somebody else.
 */
const withoutFetch = (): Plugin => ({
  name: 'habeas-without-fetch',
  renderChunk: (code) =>
    code.replaceAll(
      /^import \{ ([^}]+) \} from "node:http";$/gm,
      (_, names: string) => `const { ${names.replaceAll(' as ', ': ')} } = process.getBuiltinModule("node:http");`,
    ),
})

/** Builds all programs into a folder, as if it were `dist/doors`. */
export const buildDoorsInto = async (folder: string): Promise<void> => {
  // Vite is large; a start that has nothing to build does without it.
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [asWritten(), withoutFetch()],
    ssr: { noExternal: true, external: native },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(programs.map((path) => [basename(path, '.ts'), join(root, path)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/**
 * Builds the doors and their readers into `dist/doors`, a few files each, when the server has
 * changed: a process that reads some hundred files takes half a second longer to open. Throws when
 * the build fails.
 */
export const buildDoors = (): Promise<void> =>
  buildOnce({
    what: 'the doors',
    sources: ['server', 'contract', 'package.json', 'package-lock.json'],
    outDir,
    entry: 'public.js',
    into: async (folder) => {
      await buildDoorsInto(folder)
      // What was compiled of the doors before is of no use to these.
      await rm(join(root, 'dist/compiled'), { recursive: true, force: true })
    },
  })

export const builtDoor = (file: 'prepare-process.ts' | 'public.ts' | 'desk.ts'): string => join(root, outDir, `${basename(file, '.ts')}.js`)

if (import.meta.main) await buildDoors()
