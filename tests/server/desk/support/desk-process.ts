import { readConfig } from '#server/config.ts'
import { startDesk } from '#server/desk.ts'
import { runDoor } from '#server/http/run-door.ts'

/* The desk's own process, with the folder of the built client as its argument. */

const [, , clientDir = ''] = process.argv
await runDoor('desk', () => startDesk({ ...readConfig(), clientDir }))
