import { Id } from './common.ts'
import { TypedDate, WebAddress, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

/* The sources a body names, and what each is evidence of. */

export const SourceWrite = z
  .strictObject({
    /** The name this body calls the source by: `s1`. */
    key: z.string().min(1).max(40),
    /** A source of the register, taken as it is there: the fields below describe a new one only. */
    id: Id.nullable().default(null),
    title: textOrNull(500),
    publisher: textOrNull(500),
    author: textOrNull(500),
    url: WebAddress,
    published: TypedDate.default('not stated'),
    language: textOrNull(35),
    /** The text of it that is kept at the desk, and that `at` counts in. */
    capture: Id.nullable().default(null),
  })
  .refine((source) => source.id !== null || source.title !== null || source.publisher !== null || source.url !== null, {
    path: ['title'],
    message: 'Choose a source, or give a new one a title, a publisher or an address.',
  })
export type SourceWrite = z.output<typeof SourceWrite>

/** The values of a row that evidence can support; the first is the one meant when none is named. */
export const evidenceFields = {
  counts: ['best', 'population'],
  people: ['releaseEvent', 'destination', 'destinationState', 'departureMode', 'restrictions', 'onwardCountry', 'onward'],
  links: ['relation'],
  notes: ['text'],
} as const

export const EvidenceWrite = z.strictObject({
  id: Id.nullable().default(null),
  /** Which value of its row this supports, one of `evidenceFields`; null is the row's main one. */
  field: z.string().max(40).nullable().default(null),
  source: z.string().min(1, 'Choose the source that says this.').max(40),
  /** Null: no words are kept. */
  quote: textOrNull(5000),
  /** Where the quote begins in the kept text of its source, in UTF-16 code units; null where that is not known. */
  at: z.number().int().min(0).nullable().default(null),
  saidBy: textOrNull(500),
  asserts: textOrNull(5000),
})
export type EvidenceWrite = z.output<typeof EvidenceWrite>

export const evidenceList = z.array(EvidenceWrite).max(50).default([])
