import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { fictionalBatches } from '#seed/fictional.ts'
import { readConfig } from '../config.ts'
import { publishInChild } from '../editions/publish-in-child.ts'
import { loadBatch } from '../register/load-batch.ts'
import { openRegister, registerFile } from '../register/open.ts'

type Options = { readonly detainees: number; readonly seed: number; readonly perEvent?: number; readonly out: string }

const wholeNumber =
  (lowest: number, highest: number) =>
  (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < lowest || number > highest) {
      throw new InvalidArgumentError(`Give a whole number from ${lowest} to ${highest}.`)
    }
    return number
  }

const isWithin = (folder: string, parent: string): boolean => {
  const path = relative(parent, folder)
  return path === '' || (!path.startsWith('..') && resolve(parent, path) === folder)
}

/** A folder of its own: real records and invented ones never meet. Null when it may be used. */
const refusalOf = (out: string): string | null => {
  const kept = [readConfig().dataDir, join(resolve(import.meta.dirname, '../..'), 'data')]
  if (kept.some((folder) => isWithin(out, folder))) return `${out} is for real records: name another folder with --out.`
  if (existsSync(registerFile(out))) return `${out} already has a register: name a new folder with --out.`
  return null
}

const seedFictional = async ({ detainees, seed, perEvent, out }: Options): Promise<void> => {
  const register = await openRegister(out)
  try {
    // Said before anything is in it, so that no page ever shows an invented person without saying so.
    await register.db.insertInto('setting').values({ name: 'fictional', value: 'true' }).execute()
    for (const batch of fictionalBatches({ detainees, seed, ...(perEvent === undefined ? {} : { perEvent }) })) await loadBatch(register.db, batch)
    await publishInChild({ dataDir: out, editionsDir: join(out, 'editions') }, register.db, {
      note: `${detainees} invented people, made from the number ${seed}.`,
      publishedBy: 'Habeas',
      confirmed: true,
    })
  } finally {
    await register.close()
  }
}

const command = new Command('seed:fictional')
  .description('Makes a data folder of invented people in an invented country, for tests and training.')
  .requiredOption('--detainees <number>', 'how many people to invent', wholeNumber(1, 1_000_000))
  .option('--seed <number>', 'the same number makes the same people', wholeNumber(0, 0xffffffff), 1)
  .option('--per-event <number>', 'how many people to each release event: 9 when not given', wholeNumber(1, 1000))
  .requiredOption('--out <folder>', 'a folder of its own, never the one of real records')
  .action(async (given: Options) => {
    const options = { ...given, out: resolve(given.out) }
    const refusal = refusalOf(options.out)
    if (refusal !== null) command.error(refusal)
    await seedFictional(options)
    console.log(`${options.detainees} invented people are in ${options.out}, published as edition 1.`)
    console.log(`Look at them: HABEAS_DATA_DIR=${options.out} npm start`)
  })

await command.parseAsync()
