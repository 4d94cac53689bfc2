import type { Config } from './config.ts'
import { endOnUncaught } from './http/end-on-uncaught.ts'
import { prepareData } from './prepare-data.ts'
import { sentenceOf } from './sentence-of.ts'

/*
 * The process that makes a data folder ready before the doors open. It ends with the one that
 * waits for it: what it has not finished is as if it had not begun.
 */

export type PrepareMessage = { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly message: string }

const prepare = async (config: Config): Promise<PrepareMessage> => {
  try {
    await prepareData(config, console.log)
    return { kind: 'ready' }
  } catch (error) {
    return { kind: 'failed', message: sentenceOf(error) ?? (error instanceof Error ? error.message : 'unknown') }
  }
}

endOnUncaught('desk')
const alone = () => process.exit(1)
process.once('disconnect', alone)
process.once('message', (config) => {
  void prepare(config as Config).then((message) => {
    process.off('disconnect', alone)
    process.send?.(message, () => process.disconnect())
  })
})
