import { Role } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

export const UpkeepTask = z.enum(['quick_verification', 'full_verification', 'backup'])
export type UpkeepTask = z.infer<typeof UpkeepTask>

/** How a task of upkeep went: in one sentence what was done, and what was found wrong, without a name. */
export const UpkeepOutcome = z.object({ summary: z.string(), findings: z.array(z.string()) })
export type UpkeepOutcome = z.infer<typeof UpkeepOutcome>

const Done = UpkeepOutcome.extend({ task: UpkeepTask, endedAt: z.string() })

/** Whether the register is as its history says, and how old its newest backup is. */
export const Upkeep = z
  .object({
    verification: Done.nullable().meta({ description: 'The newest verification; null before the first' }),
    backup: z.object({
      last: Done.nullable().meta({ description: 'The newest backup; null before the first' }),
      everyHours: z.number().nullable().meta({ description: 'Hours between backups; null where they are made by hand only' }),
      encrypted: z.boolean(),
    }),
  })
  .meta({ id: 'Upkeep' })
export type Upkeep = z.infer<typeof Upkeep>

export const getUpkeep = endpoint({
  method: 'get',
  path: '/upkeep',
  on: 'desk',
  tag: 'Upkeep',
  summary: 'What the newest verification and the newest backup found',
  query: z.strictObject({}),
  response: Upkeep,
  roles: Role.options,
})

export const verifyNow = endpoint({
  method: 'post',
  path: '/upkeep/verification',
  on: 'desk',
  tag: 'Upkeep',
  summary: 'Hold the whole register to its history now',
  body: z.strictObject({}),
  response: Upkeep,
  roles: ['publisher', 'admin'],
})
