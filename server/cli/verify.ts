import { existsSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { registerFile } from '../register/open.ts'
import { verifyFile } from '../register/verify-file.ts'

/* `npm run verify`: says what is not as recorded, and exits with 1 when anything is not. */

const config = readConfig()
if (!existsSync(registerFile(config.dataDir))) {
  console.error(`There is no register in ${config.dataDir}. Set HABEAS_DATA_DIR, or start Habeas once.`)
  process.exit(2)
}
const { summary, findings } = await verifyFile(config)
for (const finding of findings) console.error(finding)
console.log(summary)
process.exitCode = findings.length === 0 ? 0 : 1
