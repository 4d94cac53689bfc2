import { contentRoles } from './access.ts'
import { Id, hasNoNul, nulMessage } from './common.ts'
import { endpoint } from './endpoint.ts'
import { WebAddress } from './write-fields.ts'
import { z } from './zod.ts'

/*
 * A text that records are entered from, kept at the desk as it came: quotes are places in it.
 * It is never published.
 */

/** The largest original, in bytes. */
export const largestCapture = 5 * 1024 * 1024

export const Capture = z
  .object({
    id: Id,
    /** The file's name; null for a text that was pasted. */
    name: z.string().nullable(),
    /** Where it came from. */
    address: z.string().nullable(),
    /** SHA-256 of the original, in hexadecimal. */
    sha256: z.string(),
    /** Lines end with one line feed. Offsets of quotes count its UTF-16 code units. */
    text: z.string(),
    capturedAt: z.string(),
    capturedBy: z.string(),
  })
  .meta({ id: 'Capture' })
export type Capture = z.infer<typeof Capture>

const captureId = z.object({ id: z.string().regex(/^[1-9][0-9]{0,14}$/, 'Give the number of a capture.').transform(Number) })

export const createCapture = endpoint({
  method: 'post',
  path: '/captures',
  on: 'desk',
  tag: 'Captures',
  summary: 'Keep a text or a page as it came, to enter records from',
  body: z.strictObject({
    name: z.string().trim().max(500).refine(hasNoNul, nulMessage).nullable().default(null),
    address: WebAddress,
    mediaType: z.enum(['text/plain', 'text/html'], 'Drop a text or a saved web page: .txt or .html.'),
    /** The original, byte by byte, in base64. */
    content: z
      .base64('Send the original in base64.')
      .min(1, 'There is nothing in it.')
      .max(Math.ceil(largestCapture / 3) * 4, 'This is over 5 MB. Paste the part that matters.'),
  }),
  response: Capture,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const getCapture = endpoint({
  method: 'get',
  path: '/captures/:id',
  on: 'desk',
  tag: 'Captures',
  summary: 'A text that records are entered from',
  params: captureId,
  query: z.strictObject({}),
  response: Capture,
  roles: contentRoles,
  logged: 'read',
})

/** Words that may be a value: never filled in, only offered. */
export const Suggestion = z
  .object({
    kind: z.enum(['number', 'date', 'country', 'person']),
    start: z.number().int(),
    end: z.number().int(),
    words: z.string(),
    /** What they were read as: "114", "read as December 2025", "Lithuania", a person's name. */
    reading: z.string(),
    /** A number, a country's code or a person's id, as text; the words of a date. */
    value: z.string(),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

export const getSuggestions = endpoint({
  method: 'get',
  path: '/captures/:id/suggestions',
  on: 'desk',
  tag: 'Captures',
  summary: 'Numbers, dates, countries and people of the register that a text may be speaking of, in its order',
  params: captureId,
  query: z.strictObject({}),
  response: z.object({ data: z.array(Suggestion) }),
  roles: contentRoles,
})
