/**
 * How fast the register answers, over HTTP, as ratios to what the machine itself can do.
 *
 *     npm run bench -- --detainees 1000,100000,1000000 [--cache FOLDER] [--seconds 2]
 *         [--only WORDS] [--publish] [--publishing SIZES]
 *     npm run bench:quick
 *
 * Makes invented registers of these sizes (once: they are kept in FOLDER; one whose edition is missing,
 * or has other tables than this program makes, is published anew, every one with `--publish`), opens the
 * public door over each and asks every question with 1 and with 32 clients, warm; each figure is the
 * middle one of three runs of `--seconds`. Beside it, in the same minute: Express answering a body of the
 * same size, and the question's own statements sent to better-sqlite3 in one process. The ratios are
 * held against their limits (tests/bench/speed/limits.ts). It ends with 1 where one is broken by more
 * than half again.
 *
 * After the questions it measures each door as a whole, and a desk over a copy of the register: approving
 * an event with a hundred people, and publishing (with `--publishing`, at these sizes only) with what
 * readers meet meanwhile. `--only` measures the questions whose name has these words, and no limit.
 */
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { editionFile } from '#server/editions/edition-index.ts'
import { openExpressFloor, openMeteredDoor } from './speed/door.ts'
import { openInProcess } from './speed/in-process.ts'
import { type Size, isBroken, ratiosOf } from './speed/limits.ts'
import { type AtDesk, measureDesk } from './speed/measure-desk.ts'
import { warm } from './speed/load.ts'
import { type Measured, measure } from './speed/measure-door.ts'
import { type Question, questionsFor } from './speed/questions.ts'
import { benchRegister } from './speed/registers.ts'
import { type Whole, measureWhole } from './speed/measure-whole.ts'
import { measuredTable, ratioTable, wholeTable } from './speed/tables.ts'

const { values } = parseArgs({
  options: {
    detainees: { type: 'string', default: '1000,100000' },
    cache: { type: 'string', default: join(tmpdir(), 'habeas-bench') },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
    publish: { type: 'boolean', default: false },
    publishing: { type: 'string' },
  },
})
const say = (text: string): void => console.error(text)
const seconds = Number(values.seconds)
const isAsked = ({ name }: Question): boolean => values.only === undefined || name.includes(values.only)

const isPublishedAt = (detainees: number): boolean => values.publishing === undefined || values.publishing.split(',').includes(String(detainees))

const wholes: Whole[] = []
const atDesk: AtDesk[] = []

const measureSize = async (detainees: number): Promise<Size> => {
  const { dataDir, edition } = await benchRegister(resolve(values.cache), detainees, { publish: values.publish, say })
  const inProcess = await openInProcess(editionFile(join(dataDir, 'editions'), edition))
  const floor = await openExpressFloor()
  await warm(`${floor.address}/6000`)
  const all = await questionsFor(inProcess, detainees)
  const questions = all.filter(isAsked)
  const askAll = async (keepAnswers: boolean): Promise<Measured[]> => {
    const door = await openMeteredDoor(dataDir, { keepAnswers })
    const measured: Measured[] = []
    await warm(`${door.address}/api${all.find(({ name }) => name === 'one record')?.path ?? '/about'}`)
    for (const question of questions) {
      say(`${detainees}: ${question.name}${keepAnswers ? ', kept' : ''}`)
      measured.push(await measure(question, { door, floor, inProcess: keepAnswers ? null : inProcess, seconds }))
    }
    await door.stop()
    return measured
  }
  const size = { detainees, worked: await askAll(false), kept: await askAll(true) }
  await floor.stop()
  await inProcess.close()
  if (values.only === undefined) {
    say(`${detainees}: the whole door`)
    wholes.push(await measureWhole(dataDir, detainees))
    say(`${detainees}: the desk, over a copy`)
    atDesk.push(await measureDesk(dataDir, detainees, isPublishedAt(detainees)))
  }
  return size
}

const sizes: Size[] = []
for (const detainees of values.detainees.split(',').map(Number)) sizes.push(await measureSize(detainees))

console.log(`Node ${process.version} on ${process.platform}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString()}\n`)
for (const size of sizes) console.log(`${measuredTable(size)}\n`)
if (values.only === undefined) {
  const ratios = ratiosOf(sizes, atDesk)
  console.log(`${ratioTable(ratios)}\n\n${wholeTable(wholes, atDesk)}`)
  process.exitCode = ratios.some(isBroken) ? 1 : 0
}
