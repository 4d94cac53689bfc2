import { statSync } from 'node:fs'
import type { Config } from '../config.ts'
import { openAside } from '../http/long/open-aside.ts'
import { registerFile } from '../register/open.ts'

/** Bytes of a register, its history included, from which on a list may hold others up by 50 ms: about five thousand people. */
const largeRegister = 64_000_000

/** Readers for the long questions of the desk. Who may ask is decided before they are asked. */
export const openDeskAside = ({ dataDir, answerSeconds }: Config) => {
  const file = registerFile(dataDir)
  return openAside(new URL('./desk-reader.ts', import.meta.url), { dataDir }, {
    seconds: answerSeconds,
    isNeeded: () => statSync(file).size > largeRegister,
  })
}
