import { registerReaders } from './access.ts'
import { Id, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ProposedChange } from './proposals.ts'
import { z } from './zod.ts'

/** The tables that have a history: those of the records. */
const historyTables = [
  'source',
  'detainee',
  'detainee_citizenship',
  'detainee_name',
  'detention',
  'charge',
  'sentence',
  'recognition',
  'destination',
  'release_event',
  'release_count',
  'release_person',
  'sanctions_action',
  'release_sanction',
  'event_note',
  'evidence',
] as const

const Value = z.union([z.string(), z.number(), z.null()])

/** One write to one row, and the changeset that it was part of. */
export const HistoryEntry = z
  .object({
    id: z.number().int(),
    changeset: z.number().int(),
    op: z.enum(['insert', 'update', 'delete', 'redact']),
    kind: z.string(),
    author: z.string(),
    reviewer: z.string().nullable(),
    reason: z.string(),
    /** Number of the proposal it came from. */
    proposal: z.number().int().nullable(),
    madeAt: z.string(),
    /** Its values were taken out of the history: none is given. */
    redacted: z.boolean(),
    fields: z.array(z.object({ field: z.string(), before: Value, after: Value })).meta({
      description: 'The columns whose value changed; every column for a row that was added or removed',
    }),
  })
  .meta({ id: 'HistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** One changeset of an event: who, when, why, and what it changed in words. */
export const EventHistoryEntry = z
  .object({
    changeset: Id,
    kind: z.string(),
    author: z.string(),
    reviewer: z.string().nullable(),
    reason: z.string(),
    /** Number of the proposal it came from. */
    proposal: Id.nullable(),
    madeAt: z.string(),
    /** Of the event and of each row in it. None where the values were taken out of the history. */
    changes: z.array(ProposedChange),
    /** It can be proposed to take the whole changeset back. */
    mayUndo: z.boolean(),
  })
  .meta({ id: 'EventHistoryEntry' })
export type EventHistoryEntry = z.infer<typeof EventHistoryEntry>

/** Of a release event: getEventHistory. Of other records: the same, row by row and field by field. */
const historyOf = (path: string, prefix: string, what: string) =>
  endpoint({
    method: 'get',
    path: `${path}/:id/history`,
    on: 'desk',
    tag: 'History',
    summary: `What happened to ${what} and to everything in it, field by field; the newest first`,
    params: z.object({ id: recordId(prefix) }),
    query: z.strictObject({}),
    response: z.object({ data: z.array(EventHistoryEntry) }),
    roles: registerReaders,
  })

export const getDetaineeHistory = historyOf('/detainees', 'D', 'a person')
export const getSanctionsActionHistory = historyOf('/sanctions-actions', 'S', 'a sanctions action')
export const getSourceHistory = historyOf('/sources', 'SRC', 'a source')

export const getEventHistory = endpoint({
  method: 'get',
  path: '/release-events/:id/history',
  on: 'desk',
  tag: 'History',
  summary: 'What happened to a release event and to everything in it, in words; the newest first',
  params: z.object({ id: recordId('R') }),
  query: z.strictObject({}),
  response: z.object({ data: z.array(EventHistoryEntry) }),
  roles: registerReaders,
})

export const getHistory = endpoint({
  method: 'get',
  path: '/history/:table/:id',
  on: 'desk',
  tag: 'History',
  summary: 'Who changed a row, when, why and from which proposal, field by field; the newest first',
  params: z.object({
    table: z.enum(historyTables, 'Give the name of a record table, for example release_event.'),
    id: z
      .string()
      .regex(/^[1-9][0-9]{0,14}$/, 'Give the number of a row, for example 12.')
      .transform(Number),
  }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  response: z.object({ data: z.array(HistoryEntry), page: z.object({ total: z.number().int(), next: z.string().nullable() }) }),
  roles: registerReaders,
})
