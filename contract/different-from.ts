import { Id } from './common.ts'
import { text } from './write-fields.ts'
import { z } from './zod.ts'

/** People of the register of whom it is said that they are somebody else: kept when the proposal is approved. */
export const DifferentFrom = z
  .array(z.strictObject({ detaineeId: Id, reason: text(2000, 'Say how you know that these are two people.') }))
  .max(20)
  .default([])
export type DifferentFrom = z.output<typeof DifferentFrom>
