import { contentRoles } from './access.ts'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/* Records that somebody should look at again, by what is not right or not known about them. */

/** How many days a status of someone who is held stays confirmed. */
export const confirmedForDays = 90

export const queueLabels = {
  no_source: { title: 'No source', hint: 'Nothing in the record names a source.' },
  one_source: { title: 'One source only', hint: 'Every value of the release event rests on one source; a copy of it adds none.' },
  partition: { title: 'Parts that do not add up', hint: 'The destinations add up to another number than the total, though every count is exact.' },
  more_named: { title: 'More named than claimed', hint: 'More people are named in the release event than were released in all.' },
  undated: { title: 'Undated', hint: 'The release event has no date.' },
  unplaced: { title: 'Destination not stated', hint: 'For some or all of those released no destination is stated.' },
  unconfirmed: { title: `Not confirmed for ${confirmedForDays} days`, hint: 'Someone who is held or restricted, as far as is known, and whose status was last confirmed long ago or never.' },
  disputed: { title: 'Disputed', hint: 'Sources give different numbers, or another value than the record.' },
} as const
export type QueueName = keyof typeof queueLabels
export const QueueName = z.enum(Object.keys(queueLabels) as [QueueName, ...QueueName[]])

const QueueRow = z
  .object({
    kind: z.enum(['release_event', 'detainee', 'sanctions_action']),
    id: Id,
    ref: z.string(),
    /** A release event's title, or the name of a person; null where none is stated. */
    title: z.string().nullable(),
  })
  .meta({ id: 'QueueRow' })
export type QueueRow = z.infer<typeof QueueRow>

export const listQueues = endpoint({
  method: 'get',
  path: '/queues',
  on: 'desk',
  tag: 'Queues',
  summary: 'How many records should be looked at again, by the reason',
  query: z.strictObject({}),
  response: z.object({ data: z.array(z.object({ name: QueueName, total: z.number().int() })) }),
  roles: contentRoles,
})

export const getQueue = endpoint({
  method: 'get',
  path: '/queues/:name',
  on: 'desk',
  tag: 'Queues',
  summary: 'Records that should be looked at again for one reason, the first entered first',
  params: z.object({ name: QueueName }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), after: z.coerce.number().int().min(0).default(0) }),
  response: z.object({
    data: z.array(QueueRow),
    page: z.object({
      total: z.number().int(),
      /** What `after` takes for the next page; null at the end. */
      next: z.number().int().nullable(),
    }),
  }),
  roles: contentRoles,
})
