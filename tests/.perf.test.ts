import { test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { registerAndEdition, editionRecords, readApi } from './support/read-api.ts'
test('x', async () => {
  const folder = await mkdtemp('/tmp/perf-')
  const { register, edition } = await registerAndEdition(folder, { detainees: 20000, seed: 3 })
  await register.close()
  const api = await readApi(editionRecords(edition))
  for (const path of ['/stats/overview','/stats/releases?by=month&rule=named','/stats/releases?by=month&rule=at_liberty','/stats/overview?rule=at_liberty','/stats/overview?rule=named', '/stats/pivot?by=article,month&measure=named','/stats/pivot?by=year&measure=median_days_detained','/stats/held?by=month','/stats/people?by=time_detained','/stats/flows?rule=at_liberty','/stats/cumulative?rule=named']) {
    const t = performance.now()
    const { text, status } = await api.get(path)
    console.log(status, path, Math.round(performance.now() - t), 'ms', text.length)
  }
  await api.close(); await edition.close(); await rm(folder, { recursive: true })
}, 300000)
