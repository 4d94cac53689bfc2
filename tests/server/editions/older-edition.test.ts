import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportFormats } from '#contract/exports.ts'
import { allEndpoints } from '#contract/registry.ts'
import { startPublic } from '#server/public.ts'
import { releasedFolder, releasedSchemas } from '../../support/released.ts'

const mustBeAsked: Readonly<Record<string, string>> = { '/search': '?q=a', '/cite': '?path=/release-events' }

test.each(releasedSchemas)('an edition that Habeas %s published answers every question of this version', async (schema) => {
  const config = await releasedFolder(schema)
  const clientDir = join(config.dataDir, 'client')
  for (const entry of ['public', 'desk', 'embed', 'assets']) {
    await mkdir(join(clientDir, entry), { recursive: true })
    await writeFile(join(clientDir, entry, 'index.html'), '<!doctype html><title>A page</title>')
  }
  const door = await startPublic({ ...config, clientDir })
  onTestFinished(door.close)
  const failed: string[] = []
  for (const { path, on, method, exports } of allEndpoints.filter((asked) => asked.on !== 'desk' && asked.method === 'get')) {
    const concrete = path.replaceAll(/:(?:id|a|b|number)\b/g, '1').replace(':code', 'LT')
    for (const suffix of ['', ...(exports ? exportFormats.map((format) => `.${format}`) : [])]) {
      const mount = on === 'public' ? '/api' : '/api/editions/1'
      const address = `${mount}${concrete}${suffix}${mustBeAsked[path] ?? ''}`
      const answer = await fetch(`${door.address}${address}`)
      await answer.arrayBuffer()
      if (answer.status !== 200) failed.push(`${method} ${address}: ${answer.status}`)
    }
  }
  expect(failed).toEqual([])
})
