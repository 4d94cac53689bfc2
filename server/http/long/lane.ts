import type { IncomingMessage } from 'node:http'
import { tooBusy } from '../errors.ts'
import { type Question, type Reader, startReader } from './reader.ts'
import { openSockets } from './sockets.ts'

/** How much is asked at once, and for how long. Times in milliseconds. */
export type LaneLimits = {
  /** Readers at most; each is started when it is needed and ends when it is not any more. */
  readonly readers: number
  /** Questions that one reader works on at once. */
  readonly each: number
  /** Questions that wait for a reader, and how long. */
  readonly waiting: number
  readonly waitMs: number
  /** Until the head of an answer must be there: the reader is killed then. */
  readonly answerMs: number
  readonly idleMs: number
}

/** How long a reader may take to open what it reads, in milliseconds. */
const openMs = 60_000

type Placed = { readonly reader: Reader; load: number; idle: NodeJS.Timeout | undefined }
type Waiting = { readonly take: (placed: Placed) => void }

/**
 * Readers of one kind behind a door, and the queue before them. A question that takes too long is
 * ended together with its reader; the next one has a new reader.
 */
export const openLane = <Task>(program: URL, task: Task, limits: LaneLimits) => {
  const all = new Set<Placed>()
  const queue = new Set<Waiting>()
  let sockets: ReturnType<typeof openSockets> | undefined

  const drop = (placed: Placed): void => {
    clearTimeout(placed.idle)
    all.delete(placed)
  }

  const start = (): Placed => {
    sockets ??= openSockets()
    const placed: Placed = { reader: startReader(program, { socket: sockets.next(), task }), load: 0, idle: undefined }
    all.add(placed)
    void placed.reader.ended.then(() => {
      drop(placed)
      serveNext()
    })
    return placed
  }

  /** A reader with room: one that is idle, else a new one, else the one with least to do. */
  const findRoom = (): Placed | null => {
    const [least] = [...all].toSorted((a, b) => a.load - b.load)
    if (least?.load === 0) return least
    if (all.size < limits.readers) return start()
    return least && least.load < limits.each ? least : null
  }

  const enter = (placed: Placed): Placed => {
    clearTimeout(placed.idle)
    placed.load += 1
    return placed
  }

  const serveNext = (): void => {
    const [first] = queue
    const room = first && findRoom()
    if (!first || !room) return
    queue.delete(first)
    first.take(enter(room))
    serveNext()
  }

  const leave = (placed: Placed): void => {
    placed.load -= 1
    serveNext()
    if (placed.load > 0 || !all.has(placed)) return
    placed.idle = setTimeout(() => {
      drop(placed)
      void placed.reader.close()
    }, limits.idleMs)
    placed.idle.unref()
  }

  /** Throws 503 where too many wait, or for too long. */
  const place = (signal: AbortSignal): Promise<Placed> => {
    const room = queue.size === 0 ? findRoom() : null
    if (room) return Promise.resolve(enter(room))
    if (queue.size >= limits.waiting) return Promise.reject(tooBusy())
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        if (queue.delete(waiting)) reject(tooBusy())
      }
      const timer = setTimeout(giveUp, limits.waitMs)
      signal.addEventListener('abort', giveUp, { once: true })
      const waiting: Waiting = {
        take: (placed) => {
          clearTimeout(timer)
          resolve(placed)
        },
      }
      queue.add(waiting)
    })
  }

  const end = (placed: Placed): void => {
    drop(placed)
    placed.reader.kill()
  }

  /** Kills the reader where it takes longer, in milliseconds: then `work` fails with it. */
  const within = async <Result>(longest: number, placed: Placed, work: Promise<Result>): Promise<Result> => {
    const timer = setTimeout(() => end(placed), longest)
    try {
      return await work
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    /**
     * Resolves when the head of the answer is there; its place is given on when it closes. `signal` takes
     * it out of the queue: what has begun goes on to its end, for nothing can stop it there.
     * Throws 503 where it takes too long.
     */
    ask: async (question: Question, signal: AbortSignal): Promise<IncomingMessage> => {
      const placed = await place(signal)
      try {
        await within(openMs, placed, placed.reader.open)
        const answer = await within(limits.answerMs, placed, placed.reader.ask(question))
        answer.once('close', () => leave(placed))
        return answer
      } catch (error) {
        // It has died, perhaps without our having heard of it yet.
        end(placed)
        leave(placed)
        throw error
      }
    },
    close: async (): Promise<void> => {
      const readers = [...all]
      for (const placed of readers) drop(placed)
      await Promise.all(readers.map(({ reader }) => reader.close()))
      sockets?.remove()
    },
  }
}

export type Lane = Pick<ReturnType<typeof openLane>, 'ask' | 'close'>
