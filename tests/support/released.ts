import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Config, readConfig } from '#server/config.ts'
import { temporaryFolder } from './test-register.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

/** Schemas that were released: each has its folder of fixtures. */
export const releasedSchemas = ['0.1.0'] as const

/** A data folder as that version of Habeas wrote it. */
export const releasedFolder = async (schema: (typeof releasedSchemas)[number]): Promise<Config> => {
  const config = readConfig({ HABEAS_DATA_DIR: await temporaryFolder(), PORT: '0', DESK_PORT: '0' })
  await mkdir(config.editionsDir)
  const unpack = async (name: string, to: string): Promise<void> => {
    await writeFile(to, gunzipSync(await readFile(new URL(`schema-${schema}/${name}.gz`, fixtures))))
  }
  await unpack('register.sqlite', join(config.dataDir, 'register.sqlite'))
  await unpack('edition-1.0.sqlite', join(config.editionsDir, 'edition-1.0.sqlite'))
  await writeFile(join(config.editionsDir, 'editions.json'), await readFile(new URL(`schema-${schema}/editions.json`, fixtures)))
  return config
}
