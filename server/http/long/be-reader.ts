import { type RequestListener, createServer } from 'node:http'

/** What a reader is started with: where it listens, and what it opens. */
export type ReaderTask<Task> = { readonly socket: string; readonly task: Task }
export type ReaderMessage = { readonly kind: 'ready' | 'failed' }

type Opened = { readonly answer: RequestListener; readonly close: () => Promise<void> }

/**
 * The other side of `startReader`: opens what is read, and answers until the door lets go. Signals
 * to a whole terminal are the door's to hear. Whoever can open the socket may ask: it lies in a
 * folder that only this user may enter.
 */
export const beReader = <Task>(open: (task: Task) => Promise<Opened>, failed: (error: unknown) => void): void => {
  const tell = (message: ReaderMessage) => process.send?.(message)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('uncaughtException', (error) => {
    failed(error)
    process.exit(1)
  })
  let end = (): Promise<void> => Promise.resolve()
  // The door may go while it is being opened: nobody would end it then.
  process.once('disconnect', () => void end().finally(() => process.exit(0)))
  process.once('message', (message) => {
    const { socket, task } = message as ReaderTask<Task>
    void open(task).then(
      ({ answer, close }) => {
        end = close
        createServer(answer).listen(socket, () => tell({ kind: 'ready' }))
      },
      (error: unknown) => {
        failed(error)
        tell({ kind: 'failed' })
        process.disconnect()
      },
    )
  })
}
