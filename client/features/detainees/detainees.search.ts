import { listOf } from '#contract/common.ts'
import { listDetainees } from '#contract/detainees.ts'
import { z } from '#contract/zod.ts'

const keys = ['name', 'who', 'status', 'confirmed', 'sex', 'born', 'arrested', 'released', 'releases', 'destinations'] as const
export type DetaineeColumn = (typeof keys)[number]

/** The page's address: what the API takes, and the columns. */
export const detaineesSearch = listDetainees.query.safeExtend({ columns: listOf(z.enum(keys)).optional() })

export const defaultColumns: readonly DetaineeColumn[] = ['who', 'status', 'arrested', 'released', 'destinations']
