import Database from 'better-sqlite3'
import { openRegisterFile } from '#server/register/open.ts'

/*
 * Brings a register to this version, and is killed as it prepares the statement of the given
 * number. Prints how many there were; number 0 never comes.
 */

const [, , file = '', dieAt = ''] = process.argv
let prepared = 0
const prepare = Database.prototype.prepare
Database.prototype.prepare = function counted(this: Database.Database, ...given: Parameters<typeof prepare>) {
  prepared += 1
  if (prepared === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
  return prepare.apply(this, given)
} as typeof prepare

await (await openRegisterFile(file)).close()
console.log(prepared)
