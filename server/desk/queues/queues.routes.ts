import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { QueueName, getQueue, listQueues } from '#contract/queues.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { countQueue, findQueue } from './queues.queries.ts'

export const mountQueues = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, listQueues, async () => {
    const today = new Date()
    const data = []
    for (const name of QueueName.options) data.push({ name, total: await countQueue(register, name, today) })
    return { data }
  })

  access.serve(router, getQueue, ({ params, query }) => findQueue(register, params.name, query, new Date()))
}
