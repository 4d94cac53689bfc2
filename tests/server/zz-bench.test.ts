import { test } from 'vitest'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { registerAndEdition, editionRecords } from '../support/read-api.ts'
import { reviseEdition } from '#server/editions/revise.ts'
import { compareEditions } from '#server/editions/compare/compare-editions.ts'
import { openForReading } from '#server/db/sqlite.ts'
import { findCitedResult } from '#server/features/citations/result.queries.ts'
import { readAddress } from '#server/features/citations/cited-view.ts'
test('bench', async () => {
  const folder = await mkdtemp('/tmp/hb-')
  const { edition, register } = await registerAndEdition(folder, { detainees: 20000, seed: 3 })
  const file = join(folder, 'edition.sqlite')
  console.log('bytes', (await stat(file)).size)
  let t = performance.now()
  await reviseEdition(file, join(folder, 'r.sqlite'), { number: 1, revision: 1, note: 'x', publishedAt: 'x', revisedAt: 'y', people: [{ id: 5, reason: 'withheld' }], names: [] }, (s) => console.log(s, performance.now() - t))
  console.log('revise', performance.now() - t)
  const b = openForReading<any>(join(folder, 'r.sqlite'))
  const e = (label: string, o: any) => ({ edition: { number: 1, label, publishedAt: 'z', note: '' } as any, path: '', file: editionRecords(o.db) })
  const h = monitorEventLoopDelay({ resolution: 5 }); h.enable()
  t = performance.now()
  const c = await compareEditions(e('1', edition), e('2', b))
  console.log('compare', performance.now() - t, 'longest block ms', h.max / 1e6)
  console.log(JSON.stringify(c.kinds.map((k) => [k.kind, k.added.total, k.corrected.total, k.protected, JSON.stringify(k.corrected.records[0]?.changes.slice(0,3))])))
  for (const p of ['/detainees', '/release-events', '/stats/releases?by=month', '/']) { t = performance.now(); await findCitedResult(editionRecords(edition.db), readAddress(p).view); console.log('cite', p, performance.now() - t) }
  await b.close(); await edition.close(); await register.close(); await rm(folder, { recursive: true })
}, 300000)
