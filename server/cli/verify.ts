import { existsSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { registerFile } from '../register/open.ts'
import { verifyRegister } from '../register/verify.ts'

/* `npm run verify`: says what is not as recorded, and exits with 1 when anything is not. */

const { dataDir, editionsDir } = readConfig()
const file = registerFile(dataDir)
if (!existsSync(file)) {
  console.error(`There is no register in ${dataDir}. Set HABEAS_DATA_DIR, or start Habeas once.`)
  process.exit(2)
}
const register = openForPublishing(file)
const result = await verifyRegister(register.raw, editionsDir)
await register.close()
for (const finding of result.findings) console.error(`${finding.what}: ${finding.message}`)
console.log(
  `${result.changes} changes (${result.redacted} redacted), ${result.records} records, ${result.editions} editions: ${result.findings.length === 0 ? 'all as recorded' : `${result.findings.length} findings`}.`,
)
process.exitCode = result.findings.length === 0 ? 0 : 1
