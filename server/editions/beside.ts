import { Worker } from 'node:worker_threads'
import type { Refusal } from './withheld-names.ts'

/** What a second thread does while an edition is made or checked. */
export type BesideTask =
  | { readonly kind: 'look'; readonly registerFile: string; readonly note: string }
  | { readonly kind: 'hash'; readonly file: string }

export type BesideMessage =
  | { readonly kind: 'began'; readonly chain: string | null }
  | { readonly kind: 'looked'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'hashed'; readonly sha256: string }

export type Beside = {
  /** The first message of that kind; rejects where the thread failed or ended without one. */
  readonly next: <Kind extends BesideMessage['kind']>(kind: Kind) => Promise<Extract<BesideMessage, { kind: Kind }>>
  /** Ends when the statement that the thread is in has ended. */
  readonly stop: () => Promise<void>
}

export const startBeside = (task: BesideTask): Beside => {
  const worker = new Worker(new URL('./beside-worker.ts', import.meta.url), { workerData: task })
  const said: BesideMessage[] = []
  let failure: Error | null = null
  let waiting: (() => void)[] = []
  const tellWaiting = (): void => {
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  }
  worker.on('message', (message: BesideMessage) => {
    said.push(message)
    tellWaiting()
  })
  worker.on('error', (error: unknown) => {
    failure = error instanceof Error ? error : new Error('unknown')
    tellWaiting()
  })
  worker.on('exit', () => {
    failure ??= new Error('What was done beside the edition ended early')
    tellWaiting()
  })
  const isOfKind = <Kind extends BesideMessage['kind']>(kind: Kind) => (message: BesideMessage): message is Extract<BesideMessage, { kind: Kind }> => message.kind === kind
  return {
    next: async (kind) => {
      for (;;) {
        const found = said.find(isOfKind(kind))
        if (found) return found
        if (failure) throw failure
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}
