import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is built of files, and is good as long as they are as they were. Places are relative to the root. */
export type Building = {
  /** As the person who starts is told: `the pages`. */
  readonly what: string
  readonly sources: readonly string[]
  readonly outDir: string
  /** A file in `outDir` that is there when it is built. */
  readonly entry: string
  readonly into: (folder: string) => Promise<void>
}

/** Every file of a folder, in one order on every machine. */
const filesUnder = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const digestOf = (sources: readonly string[]): string => {
  const hash = createHash('sha256')
  const files = sources.flatMap((name) => (name.includes('.') ? [join(root, name)] : filesUnder(join(root, name))))
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/**
 * Builds into `outDir` when the sources have changed since the last build; says in one line what
 * it did. Throws when the build fails.
 */
export const buildOnce = async ({ what, sources, outDir, entry, into }: Building): Promise<void> => {
  const target = join(root, outDir)
  const stamp = `${target}.sha256`
  const digest = digestOf(sources)
  if (existsSync(join(target, entry)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    console.log(`${what[0]?.toUpperCase()}${what.slice(1)} are built already.`)
    return
  }
  const start = performance.now()
  // Built beside and moved into place: a build that fails or is stopped leaves what was there as it was.
  const beside = `${target}.${process.pid}`
  try {
    mkdirSync(dirname(target), { recursive: true })
    await into(beside)
    rmSync(target, { recursive: true, force: true })
    renameSync(beside, target)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  writeFileSync(stamp, digest)
  console.log(`Built ${what} in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}
