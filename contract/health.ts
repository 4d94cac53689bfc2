import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/*
 * What a supervisor or a proxy asks a door. Each door has its own: neither says anything of the
 * other, nor of what is in the records.
 */

const health = {
  method: 'get',
  path: '/health',
  tag: 'Health',
  summary: 'Whether this server answers',
  query: z.strictObject({}),
  response: z.object({ status: z.literal('ok') }),
} as const

const ready = {
  method: 'get',
  path: '/ready',
  tag: 'Health',
  query: z.strictObject({}),
  response: z.object({ status: z.literal('ready') }),
} as const

export const getHealth = endpoint({ ...health, on: 'public' })
export const getDeskHealth = endpoint({ ...health, on: 'desk', roles: 'anyone' })

export const getReady = endpoint({ ...ready, on: 'public', summary: 'Whether an edition is open; 503 where none is' })

export const getDeskReady = endpoint({
  ...ready,
  on: 'desk',
  summary: 'Whether the register is open and its newest verification found nothing; 503 otherwise',
  roles: 'anyone',
})
