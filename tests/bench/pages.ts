/**
 * How fast the overview is in a slow browser: Chromium with its own throttling, a processor four
 * times slower and a slow 4G line, over the public door as a user would start it.
 *
 *     npm run bench:pages -- --detainees 1000,100000 [--cache FOLDER] [--runs 3]
 *
 * Each page is opened anew `--runs` times in a browser that has kept nothing; each figure is the
 * middle one. The door answers from what it keeps: someone has opened the page before. It ends with
 * 1 where a limit (tests/bench/pages/limits.ts) is broken by more than half again.
 */
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildClient } from '#server/cli/build-client.ts'
import { findBrowser } from '#tests/support/browser/find-browser.ts'
import { startBrowser } from '#tests/support/browser/start-browser.ts'
import { type Figures, isBroken, limits, medians } from './pages/limits.ts'
import { measureOverview } from './pages/measure-overview.ts'
import { openPublicDoor } from './speed/door.ts'
import { benchRegister } from './speed/registers.ts'
import { table } from './speed/tables.ts'

const { values } = parseArgs({
  options: {
    detainees: { type: 'string', default: '1000' },
    cache: { type: 'string', default: join(tmpdir(), 'habeas-bench') },
    runs: { type: 'string', default: '3' },
  },
})

const screens = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 800 } }

await buildClient()
const browser = await startBrowser(await findBrowser())
const rows: { readonly where: string; readonly figures: Figures }[] = []
for (const detainees of values.detainees.split(',').map(Number)) {
  const { dataDir } = await benchRegister(resolve(values.cache), detainees, { publish: false, say: (text) => console.error(text) })
  const door = await openPublicDoor(dataDir, { keepAnswers: true })
  for (const [screen, viewport] of Object.entries(screens)) {
    await measureOverview(browser, door.address, viewport)
    const runs: Figures[] = []
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await measureOverview(browser, door.address, viewport))
    rows.push({ where: `${detainees.toLocaleString('en')} people, ${screen}`, figures: medians(runs) })
  }
  await door.stop()
}
await browser.close()

console.log(`Node ${process.version} on ${process.platform}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString()}\n`)
console.log(
  table(
    ['overview', ...limits.map(({ what, limit }) => `${what} (≤ ${limit})`)],
    rows.map(({ where, figures }) => [where, ...limits.map(({ key, digits }) => figures[key].toFixed(digits))]),
  ),
)
process.exitCode = rows.some(({ figures }) => isBroken(figures)) ? 1 : 0
