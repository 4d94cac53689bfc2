import { mkdir } from 'node:fs/promises'
import type { Config } from './config.ts'
import { writeEditionIndex } from './editions/edition-index.ts'
import { findEditions } from './editions/find-editions.ts'
import { publishInChild } from './editions/publish-in-child.ts'
import { removeSuperseded } from './editions/superseded.ts'
import { seedRegister } from './register/load-seed.ts'
import { openRegister } from './register/open.ts'

/**
 * Makes a data folder ready to serve: the register made and migrated, the seed entered into
 * an empty one, and a first edition published. What is there already is kept. Throws
 * NewerDatabaseError for a register of a newer version.
 */
export const prepareData = async (
  { dataDir, editionsDir }: Pick<Config, 'dataDir' | 'editionsDir'>,
  say: (line: string) => void = () => undefined,
): Promise<void> => {
  await mkdir(editionsDir, { recursive: true })
  const register = await openRegister(dataDir)
  try {
    if (await seedRegister(register.db)) say('Entered the seed: the article and the public reports.')
    const editions = await findEditions(register.db)
    if (editions.length === 0) {
      const edition = await publishInChild({ dataDir, editionsDir }, register.db, {
        note: 'The first edition: the article and the public reports.',
        publishedBy: 'Habeas',
        confirmed: true,
      })
      say(`Published edition ${edition.number}.`)
    } else {
      // The register is what counts: a list lost or half written is made anew from it.
      await writeEditionIndex(editionsDir, editions)
      await removeSuperseded(editionsDir)
    }
  } finally {
    await register.close()
  }
}
