import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'dist/client/public/index.html')
const stamp = join(root, 'dist/client.sha256')
const sources = ['client', 'contract', 'vite.config.ts', 'package-lock.json']

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
  // Vite is large; a start that has nothing to build does without it.
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  writeFileSync(stamp, digest)
  console.log(`Built the pages in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

if (import.meta.main) await buildClient()
