import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packAssets } from './pack-assets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = join(root, 'dist/client')
const built = join(outDir, 'public/index.html')
const stamp = join(root, 'dist/client.sha256')
const sources = ['client', 'contract', 'vite.config.ts', 'package-lock.json', 'server/cli/build-client.ts', 'server/cli/pack-assets.ts']

/** Every file the client is made of, in one order on every machine. */
const filesUnder = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const digestOfSources = (): string => {
  const hash = createHash('sha256')
  const files = sources.flatMap((name) => (name.includes('.') ? [join(root, name)] : filesUnder(join(root, name))))
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/**
 * Builds the pages into `dist/client` when what they are made of has changed since the last
 * build; says in one line what it did. Throws when the build fails.
 */
export const buildClient = async (): Promise<void> => {
  const digest = digestOfSources()
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    console.log('The pages are built already.')
    return
  }
  const start = performance.now()
  // Built beside and moved into place: a build that fails or is stopped leaves the pages as they were.
  const beside = `${outDir}.${process.pid}`
  try {
    await asProduction(() => buildInto(beside))
    await packAssets(join(beside, 'assets'))
    rmSync(outDir, { recursive: true, force: true })
    renameSync(beside, outDir)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  writeFileSync(stamp, digest)
  console.log(`Built the pages in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

const buildInto = async (folder: string): Promise<void> => {
  // Vite is large; a start that has nothing to build does without it.
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  })
  await builder.buildApp()
}

/** Vite builds React for development where the caller's environment says anything but `production`. */
const asProduction = async (work: () => Promise<void>): Promise<void> => {
  // oxlint-disable-next-line node/no-process-env
  const environment = process.env
  const before = environment['NODE_ENV']
  environment['NODE_ENV'] = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete environment['NODE_ENV']
    else environment['NODE_ENV'] = before
  }
}

if (import.meta.main) await buildClient()
