import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** A file of ours, relative to the root, and the chain of files that leads to it. */
export type Reached = { file: string; by: string[] }

/** The three forms: `import … from`, `export … from`, `import(…)`; the first group of the former two is there for types. */
const forms = [
  /\bimport\s+(type\s+)?(?:[\w$\s{},*]+?\bfrom\s*)?['"]([^'"]+)['"]/g,
  /\bexport\s+(type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s*from\s*['"]([^'"]+)['"]/g,
  /\bimport(\s*)\(\s*['"]([^'"]+)['"]/g,
]

/**
 * Every file of ours that is loaded when the files named by `patterns` are, types left out.
 * Reads the text of the files: an import whose address is computed is not seen.
 */
export async function filesReachedFrom(root: string, patterns: string[]): Promise<Reached[]> {
  const queue: Reached[] = globSync(patterns, { cwd: root }).map((file) => ({ file: file.replaceAll('\\', '/'), by: [] }))
  const seen = new Set(queue.map(({ file }) => file))
  for (const { file, by } of queue) {
    const text = await readFile(join(root, file), 'utf8')
    for (const [, types = '', specifier = ''] of forms.flatMap((form) => [...text.matchAll(form)])) {
      const next = types.startsWith('type') ? undefined : fileOf(root, file, specifier)
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      queue.push({ file: next, by: [...by, file] })
    }
  }
  return queue
}

/** The file an import names, or nothing where it names a package, or a file that is no code. */
function fileOf(root: string, importer: string, specifier: string): string | undefined {
  if (!/\.tsx?$/.test(specifier)) return undefined
  const path = specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(importer), specifier)
  return existsSync(join(root, path)) ? path : undefined
}
