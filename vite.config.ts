import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { countryCodes } from './contract/countries.ts'
import { type ESTree, type EnvironmentOptions, type Plugin, defineConfig, parseAst } from 'vite'

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
      if (isPage && !request.url?.startsWith('/api')) request.url = `/${request.url?.startsWith('/embed/') ? 'embed' : door}/index.html`
      next()
    })
  },
})

/** What zod's schemas import to write JSON Schema, and what stands there in the pages. */
const jsonSchemaImports = [
  ['import * as processors from "../core/json-schema-processors.js";', 'const processors = {};'],
  [
    'import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";',
    'const createStandardJSONSchemaMethod = () => undefined, createToJSONSchemaMethod = () => undefined;',
  ],
] as const

/** Pages check input with zod and write no JSON Schema, which is a fourth of its weight in the first load. */
const withoutJsonSchema = (): Plugin => ({
  name: 'habeas-without-json-schema',
  apply: 'build',
  transform(code, id) {
    if (!/zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(id)) return null
    return jsonSchemaImports.reduce((text, [found, instead]) => {
      if (!text.includes(found)) this.error('zod imports its JSON Schema parts differently than this build expects.')
      return text.replace(found, instead)
    }, code)
  },
})

const isContract = /[\\/]contract[\\/](?:[^\\/]+[\\/])?[^\\/]+\.ts$/

/** Pages ask the endpoints of the contract: what is for the API's documentation stays away, and with it the schemas of answers, which the server parses. */
const ofTheServer = new Set(['tag', 'summary', 'description', 'response'])

type Cut = { readonly start: number; readonly end: number; readonly instead: string }

const cutsOf = (node: ESTree.Node | null): Cut[] => {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'endpoint') return []
  const [said] = node.arguments
  if (said?.type !== 'ObjectExpression') return []
  return said.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' && ofTheServer.has(property.key.name)
      ? [{ start: property.start, end: property.end, instead: '...{}' }]
      : [],
  )
}

/** What the contract says at its top does nothing but be there: what a page does not use of it is left out, and not made when it opens. */
const onlyWhatPagesUse = (): Plugin => ({
  name: 'habeas-only-what-pages-use',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!isContract.test(id)) return null
    const unnamed = code.replace(/\s*\.meta\(\{(?:[^{}]|\{[^{}]*\})*\}\)/g, '')
    const said = parseAst(unnamed, { lang: 'ts' }).body.flatMap((node) => {
      const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
      return declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ init }) => init) : []
    })
    const cuts = said.flatMap((init): Cut[] =>
      init === null || init.type === 'ArrowFunctionExpression'
        ? []
        : [
            { start: init.start, end: init.start, instead: '/* @__PURE__ */ (() => (' },
            ...cutsOf(init),
            { start: init.end, end: init.end, instead: '))()' },
          ],
    )
    return cuts.toReversed().reduce((text, { start, end, instead }) => text.slice(0, start) + instead + text.slice(end), unnamed)
  },
})

/** English names of countries as the server has them: a browser takes long to make its own, and may know other ones. */
const namesOfCountries = (): Plugin => ({
  name: 'habeas-names-of-countries',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]contract[\\/]countries\.ts$/.test(id)) return null
    const made = /new Intl\.DisplayNames\(.*\)/
    if (!made.test(code)) this.error('The names of countries are made otherwise than this build expects.')
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
    // In the order of the codes, which stand there anyway.
    const list = JSON.stringify(countryCodes.map((country) => names.of(country)).join('|'))
    return code.replace(made, () => `(() => { const names = ${list}.split('|'); return { of: (country: string) => names[countryCodes.indexOf(country)] } })()`)
  },
})

const isKeptTheme = /[\\/]lib[\\/]kept-theme\.ts$/

/** The reader's colours are known before anything is painted; `async`, or it would wait for the end of the page. */
const themeBeforePaint = (): Plugin => ({
  name: 'habeas-theme-before-paint',
  apply: 'build',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.values(bundle).flatMap((chunk) =>
      chunk.type === 'chunk' && chunk.moduleIds.some((id) => isKeptTheme.test(id))
        ? [{ tag: 'script', attrs: { type: 'module', async: true, blocking: 'render', crossorigin: true, src: `/${chunk.fileName}` }, injectTo: 'head-prepend' as const }]
        : [],
    ),
})

type ModuleGraph = { getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null }

/** What the server draws ahead needs its styles when it arrives, and its scripts later. */
const drawnAhead = /[\\/]overview[\\/]overview-body\.tsx$/

/** Libraries are read and run in tasks of their own, one as soon as it is there: run as a whole, they would hold up a slow processor. */
const libraries = [
  ['react', /[\\/]node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store)[\\/]/],
  ['router', /[\\/]node_modules[\\/]@tanstack[\\/]/],
  ['zod', /[\\/]node_modules[\\/]zod[\\/]/],
  ['contract', /[\\/]contract[\\/]/],
] as const

/** What a door imports at once travels as one file beside its libraries; what a page or a chart brings comes with it. */
const firstLoad = (name: string) => (id: string, graph: ModuleGraph): string | null => {
  const isStyle = id.endsWith('.css')
  const seen = new Set<string>()
  const isAtOnce = (module: string): boolean => {
    if (seen.has(module)) return false
    seen.add(module)
    const info = graph.getModuleInfo(module)
    return info !== null && (info.isEntry || (isStyle && drawnAhead.test(module)) || info.importers.some(isAtOnce))
  }
  return isAtOnce(id) ? name : null
}

/** A group takes along what it needs that none before it has. */
const firstGroups = [
  { name: 'kept-theme', test: isKeptTheme, priority: 9 },
  ...libraries.map(([name, test], index) => ({ name: firstLoad(name), test, priority: 8 - index })),
  { name: firstLoad('first') },
]

/** Runs a library before the page is at its end; what needs it waits for both. */
const librariesAsTheyCome = (): Plugin => ({
  name: 'habeas-libraries-as-they-come',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script type="module"(?= crossorigin src="\/assets\/(?:react|router|zod|contract)-)/g, '$& async'),
  },
})

/** Each is built by itself: the public pages carry nothing that only the desk uses, an embedded chart nothing but itself. */
const buildOf = (door: Door | 'embed', emptyOutDir: boolean): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    emptyOutDir,
    rolldownOptions: {
      input: { [door]: here(`./client/${door}/index.html`) },
      output: { codeSplitting: { groups: firstGroups } },
    },
  },
})

/** What draws public pages ahead, for the server to run: all of it in `page/`, with the names of styles that the public build gives. */
const drawing: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    emptyOutDir: false,
    rolldownOptions: {
      input: { 'draw-page': here('./client/public/draw-page.tsx') },
      output: { entryFileNames: 'page/[name].js', chunkFileNames: 'page/[name]-[hash].js' },
    },
  },
}

/**
 * Four builds into one folder: `dist/client/public/index.html`, `embed/` and `desk/` beside it,
 * their files in `dist/client/assets`, and `page/`. `vite --mode desk` serves the desk with reload.
 */
export default defineConfig(({ mode }) => {
  const door: Door = mode === 'desk' ? 'desk' : 'public'
  return {
    root: here('./client'),
    // Vite would copy client/public, which is a door here and no folder of static files.
    publicDir: false,
    plugins: [react(), pageFallback(door), withoutJsonSchema(), namesOfCountries(), onlyWhatPagesUse(), themeBeforePaint(), librariesAsTheyCome()],
    build: {
      outDir: here('./dist/client'),
      // The content security policy allows no data: fonts and no inline code.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    environments: { client: buildOf('public', true), embed: buildOf('embed', false), desk: buildOf('desk', false), drawing },
    builder: {
      buildApp: async (builder) => {
        // One after the other: the first one empties the folder.
        for (const name of ['client', 'embed', 'desk', 'drawing']) {
          const environment = builder.environments[name]
          if (environment !== undefined) await builder.build(environment)
        }
      },
    },
    server: {
      // Vite's own default is the whole repository, and with it data/.
      fs: { allow: [here('./client'), here('./contract'), here('./node_modules')] },
      proxy: { '/api': { target: doors[door], changeOrigin: true, headers: { origin: doors[door] } } },
    },
  }
})
