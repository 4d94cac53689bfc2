import { hasNoNul, nulMessage } from './common.ts'
import { readDate } from './dates/read-date.ts'
import { z } from './zod.ts'

/* The fields that forms are made of: what is typed, and what it becomes. */

/** Text as typed: trimmed, empty becomes null. `limit` is in characters. */
export const textOrNull = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `Shorten this to ${limit} characters.`)
    .refine(hasNoNul, nulMessage)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

export const text = (limit: number, ask: string) =>
  z.string().trim().min(1, ask).max(limit, `Shorten this to ${limit} characters.`).refine(hasNoNul, nulMessage)

/** Why something is changed, for those who read its history. */
export const Reason = text(2000, 'Say why, in a few words.')

/** A date as people write it; the reading of contract/dates decides. It is kept as typed. */
export const TypedDate = z
  .string()
  .max(500, 'Shorten this date.')
  .superRefine((typed, context) => {
    const read = readDate(typed)
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem })
  })
  .meta({ description: 'A date as written: "13 December 2025", "about June 2025", "not stated"' })

export const WebAddress = z
  .string()
  .trim()
  .max(2000, 'Shorten this address to 2000 characters.')
  .refine((address) => address === '' || /^https?:\/\/[^\s\0]+$/.test(address), 'Start the address with https:// or http://.')
  .transform((address) => (address === '' ? null : address))
  .nullable()
  .default(null)
