import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { filesReachedFrom } from '#tests/support/import-graph.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where an import may not stand, what it may not name (by both ways of writing it), and the wall it runs into. */
const breaches: [file: string, specifiers: string[], wall: string][] = [
  ['contract/dates.ts', ['../server/x.ts', '#server/x.ts', '../client/x.ts', '#tests/x.ts', 'express', 'node:fs', 'zod-openapi', 'zodiac'], 'contract imports zod and itself'],
  ['contract/charts/bars.ts', ['../../server/x.ts', '#server/x.ts', '../../node_modules/x.js', 'react'], 'contract imports zod and itself'],
  ['migrations/records/0001-a.ts', ['../../contract/x.ts', '#contract/x.ts', '../../server/db/x.ts', '#server/db/x.ts', 'zod', 'better-sqlite3'], 'nothing of today'],
  ['seed/article.ts', ['../server/x.ts', '#server/x.ts', '#client/x.ts', '#migrations/x.ts'], 'seed says what is entered'],
  ['seed/reports.ts', ['../contract/x.ts'], 'Across rooms'],
  ['server/http/serve.ts', ['../../client/x.ts', '#client/x.ts', '../../tests/x.ts', '#tests/x.ts'], 'server never imports client or tests'],
  ['server/http/errors.ts', ['../../contract/x.ts', '../../seed/x.ts'], 'Across rooms'],
  ['server/public.ts', ['./desk/x.ts', '#server/desk/x.ts', './register/x.ts', '#server/register/x.ts', './desk.ts', '#server/desk.ts'], 'never imports the desk or the register'],
  ['server/features/a/a.routes.ts', ['../../desk/x.ts', '#server/desk/x.ts', '../../register/x.ts', '#server/register/x.ts', '../../desk.ts'], 'never imports the desk or the register'],
  ['server/features/a/a.queries.ts', ['../../public.ts', '#server/main.ts'], 'The doors import the features'],
  ['server/features/a/a.filter.ts', ['../../../client/x.ts', '#tests/x.ts'], 'server never imports client or tests'],
  ['client/theme.ts', ['../server/x.ts', '#server/x.ts', '#migrations/x.ts', '../seed/x.ts', '#seed/x.ts'], 'by the contract alone'],
  ['client/public/main.tsx', ['../desk/x.tsx', '#client/desk/x.tsx'], 'nothing of the desk'],
  ['client/lib/url.ts', ['../features/a/x.ts', '#client/features/a/x.ts', '../public/x.ts'], 'imports no feature'],
  ['client/components/charts/bar.tsx', ['../../features/a/x.tsx'], 'imports no feature'],
  ['client/features/a/list.tsx', ['../b/x.tsx', '#client/features/b/x.tsx', '../../features/b/x.tsx'], 'Features do not import each other'],
  ['client/features/a/parts/row.tsx', ['../../b/x.tsx', '#client/features/b/x.tsx', '../../../features/b/x.tsx'], 'Features do not import each other'],
  ['client/features/a/parts/cell.tsx', ['../../../../server/x.ts', '#server/x.ts'], 'by the contract alone'],
]

const ways: [file: string, specifiers: string[]][] = [
  ['contract/ways.ts', ['zod', './x.ts', './dates/x.ts', '#contract/x.ts']],
  ['contract/charts/ways.ts', ['../x.ts', './x.ts']],
  ['migrations/records/0002-ways.ts', ['kysely', '../migration.ts', './0001-a.ts']],
  ['seed/ways.ts', ['#contract/x.ts', 'node:fs', './x.ts']],
  ['server/register/ways.ts', ['../desk/x.ts', '#contract/x.ts', '#seed/x.ts', '#migrations/x.ts', 'express']],
  ['server/features/a/ways.ts', ['../b/x.ts', '../../db/x.ts', '../../http/x.ts', '#contract/x.ts', './x.ts']],
  ['client/public/ways.tsx', ['../features/a/x.tsx', '../lib/x.ts', '#contract/x.ts', 'react']],
  ['client/desk/ways.tsx', ['../public/x.tsx', '../features/a/x.tsx']],
  ['client/components/ways.tsx', ['../lib/x.ts', './charts/x.tsx']],
  ['client/features/a/ways.tsx', ['./x.tsx', './parts/x.tsx', '../../lib/x.ts', '../../components/x.tsx', '#contract/x.ts']],
  ['client/features/a/parts/ways.tsx', ['../x.tsx', './x.tsx', '../../../lib/x.ts']],
]

type Complaint = { file: string; line: number; wall: string }

describe('the walls between the rooms', () => {
  let folder: string
  let complaints: Complaint[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-walls-'))
    await Promise.all(['.oxlintrc.json', 'package.json'].map((name) => copyFile(join(root, name), join(folder, name))))
    const files: [string, string[]][] = [...breaches.map(([file, specifiers]): [string, string[]] => [file, specifiers]), ...ways]
    await Promise.all(files.map(([file, specifiers]) => plant(join(folder, file), specifiers)))
    complaints = await lint(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.for(breaches)('%s may not import %s', ([file, specifiers, wall]) => {
    const met = complaints.filter((complaint) => complaint.file === file && complaint.wall.includes(wall))
    expect(met.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(specifiers.map((_, index) => index + 1))
  })

  test.for(ways)('%s may import %s', ([file]) => {
    expect(complaints.filter((complaint) => complaint.file === file)).toEqual([])
  })
})

describe('what the public door loads, by however many steps', () => {
  const doors = ['server/public*.ts', 'server/features/**/*.ts']
  const behindTheWall = ({ file }: { file: string }) => /^server\/(desk|register)(\/|\.ts$)/.test(file)

  test('holds nothing of the desk or the register', async () => {
    const reached = await filesReachedFrom(root, doors)
    expect(reached).not.toEqual([])
    expect(reached.filter(behindTheWall)).toEqual([])
  })

  test('is followed through other rooms, and past imports of types alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-graph-'))
    try {
      await plantText(join(folder, 'server/public.ts'), "import {\n  a,\n  type B,\n} from './http/a.ts'\nimport type { D } from './desk/d.ts'")
      await plantText(join(folder, 'server/http/a.ts'), "export type T = 'x'\nexport { a } from '#server/db/b.ts'")
      await plantText(join(folder, 'server/db/b.ts'), "export const a = () => import('../register/c.ts')")
      await plantText(join(folder, 'server/register/c.ts'), '')
      await plantText(join(folder, 'server/desk/d.ts'), '')
      expect((await filesReachedFrom(folder, doors)).filter(behindTheWall)).toEqual([
        { file: 'server/register/c.ts', by: ['server/public.ts', 'server/http/a.ts', 'server/db/b.ts'] },
      ])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

async function plantText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Writes a file with one import on each line, in the three forms an import can have. */
function plant(path: string, specifiers: string[]): Promise<void> {
  const forms = [
    (specifier: string, name: string) => `export { x as ${name} } from '${specifier}'`,
    (specifier: string, name: string) => `import type { X as ${name} } from '${specifier}'`,
    (specifier: string, name: string) => `export const ${name} = () => import('${specifier}')`,
  ]
  return plantText(path, specifiers.map((specifier, index) => forms[index % forms.length]?.(specifier, `name${index}`)).join('\n'))
}

/** What oxlint says about imports in a folder. It ends with an error code when it finds something, which is no failure here. */
function lint(folder: string): Promise<Complaint[]> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [oxlint, '--format', 'json', '.'], { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
        resolve(diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)').map(complaintOf))
      } catch {
        reject(new Error(`oxlint gave no report: ${stderr || stdout || String(error)}`))
      }
    })
  })
}

type Diagnostic = { code: string; filename: string; help?: string; labels: { span: { line: number } }[] }

const complaintOf = ({ filename, help, labels }: Diagnostic): Complaint => ({
  file: filename.replaceAll('\\', '/').replace(/^\.\//, ''),
  line: labels[0]?.span.line ?? 0,
  wall: help ?? '',
})
