import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { type Fault, faults } from './faults.ts'

/*
 * Puts one fault after the other into a copy of the source and runs the test that has to notice
 * it: `npm run test:faults`, or with words of those to try. The source itself is not touched. Ends
 * with 1 where a fault goes unnoticed.
 */

const root = resolve(import.meta.dirname, '../..')
const leftOut = /^(?:node_modules|data|dist|\.git)(?:\/|$)/

const copySource = async (): Promise<string> => {
  const copy = await mkdtemp(join(tmpdir(), 'habeas-faults-'))
  await cp(root, copy, { recursive: true, filter: (path) => !leftOut.test(relative(root, path)) })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

const planted = (text: string, { file, edits }: Fault): string =>
  edits.reduce((whole, [from, to]) => {
    if (whole.split(from).length !== 2) throw new Error(`${file} does not have this exactly once: ${from}`)
    return whole.replace(from, () => to)
  }, text)

type Report = { readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[] }[] }

/** Runs the test of a fault. Whether one of that name ran and failed. */
const isNoticed = async (copy: string, { project, test, name }: Fault): Promise<boolean> => {
  const outputFile = join(copy, 'report.json')
  await rm(outputFile, { force: true })
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const named = name === '' ? [] : ['-t', name]
  spawnSync(process.execPath, [vitest, 'run', '--project', project, test, ...named, '--reporter=json', `--outputFile=${outputFile}`], { cwd: copy, stdio: 'ignore' })
  const report = JSON.parse(await readFile(outputFile, 'utf8')) as Report
  const ran = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  return ran.some(({ fullName, status }) => status === 'failed' && fullName.includes(name))
}

const wanted = process.argv.slice(2)
const chosen = faults.filter(({ what, test }) => wanted.length === 0 || wanted.some((word) => what.includes(word) || test.includes(word)))
const copy = await copySource()
try {
  for (const fault of chosen) {
    const file = join(copy, fault.file)
    const sound = await readFile(file, 'utf8')
    await writeFile(file, planted(sound, fault))
    const noticed = await isNoticed(copy, fault)
    await writeFile(file, sound)
    console.log(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${fault.what} (${fault.test})`)
    if (!noticed) process.exitCode = 1
  }
} finally {
  await rm(copy, { recursive: true, force: true })
}
