import { type Config, readConfig } from './config.ts'
import { readDeskSecret } from './desk/accounts/desk-secret.ts'
import { ensureFirstAccountToken, firstAccountLink } from './desk/accounts/first-account.ts'
import { deskApp } from './desk/desk-app.ts'
import { openDeskAside } from './desk/desk-aside.ts'
import { lookAfter } from './desk/upkeep/look-after.ts'
import { closeServer, listen, ownAddressOf } from './http/listen.ts'
import { makeLog } from './http/log.ts'
import { runDoor } from './http/run-door.ts'
import { openRegister } from './register/open.ts'

/*
 * The desk: it opens the register, and is where everything is entered, reviewed and published.
 */

/**
 * Opens the desk. `firstAccountLink` is the one-time link that makes the first account, null
 * once there is one. Throws ListenError when its port cannot be had.
 */
export const startDesk = async (config: Config) => {
  const register = await openRegister(config.dataDir)
  try {
    const secret = await readDeskSecret(config.dataDir)
    const log = makeLog('desk')
    const aside = openDeskAside(config)
    const app = await deskApp({ config, register, secret, log, aside })
    const server = await listen(app, { door: 'desk', host: config.deskHost, port: config.deskPort })
    const address = ownAddressOf(server)
    const token = await ensureFirstAccountToken(register.db)
    const stopLookingAfter = lookAfter({ register, config, log })
    return {
      address,
      firstAccountLink: token === null ? null : firstAccountLink(address, token),
      close: async () => {
        await closeServer(server)
        await aside.close()
        await stopLookingAfter()
        await register.close()
      },
    }
  } catch (error) {
    await register.close()
    throw error
  }
}

if (import.meta.main) await runDoor('desk', () => startDesk(readConfig()))
