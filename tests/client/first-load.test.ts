import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = mkdtempSync(join(tmpdir(), 'habeas-pages-'))

beforeAll(() => {
  // As `npm start` builds them: the test runner's own environment asks for React's development build.
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
})
afterAll(() => rmSync(outDir, { recursive: true }))

const page = (door: 'public' | 'desk') => readFileSync(join(outDir, door, 'index.html'), 'utf8')
const filesOf = (html: string, ending: string) =>
  [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].flatMap(([, file = '']) => (file.endsWith(ending) ? [file] : []))
const read = (file: string) => readFileSync(join(outDir, file))
const kilobytes = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000

test('the first load of the public pages is at most 150 kB of script and 15 kB of style', () => {
  expect(kilobytes(filesOf(page('public'), '.js'))).toBeLessThanOrEqual(150)
  expect(kilobytes(filesOf(page('public'), '.css'))).toBeLessThanOrEqual(15)
})

test('neither charts nor map are in the first load', () => {
  const text = filesOf(page('public'), '.js').map((file) => read(file).toString()).join('')
  for (const words of ['Added up to the end of each unit', 'series-rest', 'arcs']) expect(text).not.toContain(words)
})

test('neither schemas of answers nor the making of names of countries are in the first load, but the names are', () => {
  const text = filesOf(page('public'), '.js').map((file) => read(file).toString()).join('')
  for (const words of ['ruleVersion', 'sha256', 'DisplayNames']) expect(text).not.toContain(words)
  expect(text).toContain('Lithuania')
})

test('libraries run before the page is at its end, and what paints it in the reader’s colours first', () => {
  const scripts = [...page('public').matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts[0]).toMatch(/async blocking="render".*kept-theme/)
  for (const name of ['react', 'zod', 'contract', 'router']) expect(scripts.filter((tag) => tag.includes(`/${name}-`) && tag.includes(' async '))).toHaveLength(1)
})

test('neither door starts the other one', () => {
  const starts = (door: 'public' | 'desk') => filesOf(page(door), '.js').filter((file) => /assets\/(?:public|desk|first)-/.test(file))
  expect(starts('public')).toHaveLength(1)
  expect(starts('desk')).toHaveLength(1)
  expect(starts('public')).not.toEqual(starts('desk'))
})

test('no page carries code or style of its own', () => {
  for (const door of ['public', 'desk'] as const) {
    expect(page(door)).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
  }
})
