import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Config } from './config.ts'
import { DataFolderError, restoringDir } from './data-folder.ts'
import { writeEditionIndex } from './editions/edition-index.ts'
import { findEditions } from './editions/find-editions.ts'
import { publishInChild } from './editions/publish-in-child.ts'
import { removeSuperseded } from './editions/superseded.ts'
import { listVisibility } from './register/list-visibility.ts'
import { seedRegister } from './register/load-seed.ts'
import { openRegister } from './register/open.ts'
import { signAll } from './register/signatures.ts'
import { recordUpkeep } from './register/upkeep.ts'
import { verifyFile } from './register/verify-file.ts'

type Places = Pick<Config, 'dataDir' | 'editionsDir' | 'headsFile' | 'signingKeyFile' | 'formerKeys' | 'redactedIdsFile'>

/**
 * Makes a data folder ready to serve: the register made and migrated, the seed entered into
 * an empty one, and a first edition published. What is there already is kept, and verified in
 * short; only what verifies is signed. Throws NewerDatabaseError for a register of a newer version.
 */
export const prepareData = async (places: Places, say: (line: string) => void = () => undefined): Promise<void> => {
  const { dataDir, editionsDir } = places
  if (existsSync(restoringDir(dataDir))) {
    throw new DataFolderError(`A backup is being restored into ${dataDir}, or was not to its end. Restore it again, or delete ${restoringDir(dataDir)}.`)
  }
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
    await listVisibility(register.db, places.redactedIdsFile)
    const verified = await verifyFile(places, { quick: true })
    await recordUpkeep(register.db, 'quick_verification', verified)
    if (verified.findings.length === 0) await signAll(register, places)
    else {
      say(`THE REGISTER IS NOT AS RECORDED. Look into it before anything is entered (docs/operations.md):`)
      for (const finding of verified.findings) say(`  ${finding}`)
    }
  } finally {
    await register.close()
  }
}
