import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegister } from '#server/register/open.ts'

const root = resolve(import.meta.dirname, '../../..')

type Outcome = { readonly code: number; readonly out: string; readonly error: string }

const run = (command: string, args: readonly string[], dataDir: string): Promise<Outcome> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(root, 'server/cli', command), ...args],
      { env: { ...process.env, HABEAS_DATA_DIR: dataDir } },
      (_, out, error) => done({ code: child.exitCode ?? -1, out, error }),
    )
  })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-seed-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('npm run seed:fictional', () => {
  const seed = (out: string, ...more: readonly string[]): Promise<Outcome> =>
    run('seed-fictional.ts', ['--detainees', '30', '--seed', '7', '--out', out, ...more], join(folder, 'data'))

  it('makes a folder of its own that says it is fictional', async () => {
    const out = join(folder, 'invented')
    expect(await seed(out)).toMatchObject({ code: 0, error: '' })
    const { db, close } = await openRegister(out)
    expect(await db.selectFrom('detainee').select('id').execute()).toHaveLength(30)
    expect(await db.selectFrom('setting').selectAll().where('name', '=', 'fictional').execute()).toEqual([
      { name: 'fictional', value: 'true' },
    ])
    await close()
  })

  it('refuses a folder that has a register', async () => {
    const out = join(folder, 'invented')
    await seed(out)
    const again = await seed(out)
    expect(again.code).not.toBe(0)
    expect(again.error).toBe(`${out} already has a register: name a new folder with --out.\n`)
  })

  it.each(['', 'editions', 'editions/old'])('refuses the folder of real records, "%s" within it', async (path) => {
    const refused = await seed(join(folder, 'data', path))
    expect(refused.code).not.toBe(0)
    expect(refused.error).toContain('is for real records')
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses the repository’s own data folder, wherever the records are kept', async () => {
    expect((await seed(join(root, 'data'))).error).toContain('is for real records')
  })

  it.each(['0', '-5', 'many', '1.5', '1e3'])('refuses to invent %s people', async (number) => {
    const refused = await seed(join(folder, 'invented'), '--detainees', number)
    expect(refused.code).not.toBe(0)
    expect(refused.error).toContain('--detainees')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('npm run check:article', () => {
  it('refuses a file that is not the article, and names the quotes it does not hold', async () => {
    const file = join(folder, 'other.txt')
    await writeFile(file, 'Belarus has released 123 prisoners.')
    const refused = await run('check-article.ts', [file], folder)
    expect(refused.code).not.toBe(0)
    expect(refused.error).toContain('Its SHA-256 is')
    expect(refused.error).toContain('F01 should stand once, from character 92 to 126; it stands 1 times in the file')
    expect(refused.error).toContain('F24 should stand once')
  })

  it('says so when there is no such file', async () => {
    const refused = await run('check-article.ts', [join(folder, 'none.txt')], folder)
    expect(refused.code).not.toBe(0)
    expect(refused.error).toContain('cannot be read')
  })
})
