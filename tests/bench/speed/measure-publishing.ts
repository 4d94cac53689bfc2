import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { type Door, openPublicDoor } from './door.ts'
import { at } from './load.ts'
import { processorTimeOfEnded } from './processor.ts'
import type { WorkDesk } from './work-desk.ts'

/** What publishing took, and what it was to those who read meanwhile. */
export type Publishing = {
  /** Seconds from the publisher's click to the edition being there. */
  readonly clock: number
  /** Seconds of one core, of the processes that made it. */
  readonly processor: number
  /** Milliseconds that 99 of 100 readers waited no longer for a page, one after the other. */
  readonly before: number
  readonly during: number
}

const page = '/api/detainees?destination=LT&status=released&sort=name&limit=50'

/** How long readers are watched before, in milliseconds, and between two questions. */
const watchedMs = 5000
const betweenMs = 2

const watch = async (door: Door, isOver: () => boolean): Promise<number> => {
  const times: number[] = []
  while (!isOver()) {
    const start = performance.now()
    const response = await fetch(door.address + page)
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${page} answered ${response.status} while an edition was published`)
    times.push(performance.now() - start)
    await wait(betweenMs)
  }
  return at(times.toSorted((a, b) => a - b), 0.99)
}

/** As the desk's own page asks for it; it may take longer than `fetch` waits for an answer. */
const publish = ({ client, door }: WorkDesk): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { origin: door.address, cookie: client.cookie(), 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const asked = request(`${door.address}/api/publish`, { method: 'POST', headers }, (answer) => {
      void text(answer).then((said) => (answer.statusCode === 201 ? resolve() : reject(new Error(`Publishing answered ${answer.statusCode}: ${said}`))), reject)
    })
    asked.once('error', reject)
    asked.end(JSON.stringify({ note: 'Published by the bench.', confirmed: true }))
  })

const measureFrom = async (desk: WorkDesk, door: Door): Promise<Publishing> => {
  for (let turn = 0; turn < 50; turn += 1) await (await fetch(door.address + page)).arrayBuffer()
  const began = performance.now()
  const before = await watch(door, () => performance.now() - began > watchedMs)
  const processorBefore = processorTimeOfEnded(desk.door.pid)
  const start = performance.now()
  let isOver = false
  const published = publish(desk)
    .then(() => (performance.now() - start) / 1000)
    .finally(() => {
      isOver = true
    })
  const [during, clock] = await Promise.all([watch(door, () => isOver), published])
  return { clock, processor: (processorTimeOfEnded(desk.door.pid) - processorBefore) / 1000, before, during }
}

/** Publishes while somebody reads; each answer is worked out, as it is for the first who ask of a new edition. */
export const measurePublishing = async (desk: WorkDesk): Promise<Publishing> => {
  const door = await openPublicDoor(desk.dataDir, { keepAnswers: false })
  try {
    return await measureFrom(desk, door)
  } finally {
    await door.stop()
  }
}
