import { contentRoles } from './access.ts'
import { Id, hasNoNul, nulMessage, recordId } from './common.ts'
import { CountryCode } from './countries.ts'
import { endpoint } from './endpoint.ts'
import { text } from './write-fields.ts'
import { z } from './zod.ts'

/** A person of the register as far as one needs to tell them from another. */
export const PersonBrief = z
  .object({
    id: Id,
    ref: z.string(),
    name: z.string().nullable(),
    lang: z.string().nullable(),
    names: z.array(z.object({ text: z.string(), lang: z.string() })),
    /** What is known of them, a few words each: "born 4 March 1990", "arrested in Velmaria, May 2021". */
    about: z.array(z.string()),
  })
  .meta({ id: 'PersonBrief' })
export type PersonBrief = z.infer<typeof PersonBrief>

/** How alike two people are, and why. A score orders; whether two are one a person decides. */
const Likeness = z.object({
  /** 0 to 1. */
  score: z.number(),
  agrees: z.array(z.string()),
  differs: z.array(z.string()),
  /** Nothing but the name speaks for it: never enough to take two for one. */
  nameOnly: z.boolean(),
})

export const Candidate = Likeness.extend({ person: PersonBrief }).meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof Candidate>

export const PossibleDuplicate = Likeness.extend({ a: PersonBrief, b: PersonBrief }).meta({ id: 'PossibleDuplicate' })
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>

const typed = z.string().trim().max(200).refine(hasNoNul, nulMessage)

export const findCandidates = endpoint({
  method: 'get',
  path: '/duplicates/candidates',
  on: 'desk',
  tag: 'Duplicates',
  summary: 'People of the register who may be the one being entered, the likeliest first',
  description:
    'Names are compared in any spelling. Dates may be typed as people write them; one that cannot be read is left out of the comparison. With `of`, people who were said not to be that person are left out.',
  query: z.strictObject({
    name: typed.min(1, 'Give a name.'),
    birth: typed.optional(),
    arrest: typed.optional(),
    country: CountryCode.optional(),
    sex: z.enum(['f', 'm', 'x', 'not_stated']).optional(),
    event: recordId('R').optional().meta({ description: 'The release event they are entered in' }),
    of: recordId('D').optional().meta({ description: 'The person being corrected: left out, and those said to be somebody else' }),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  response: z.object({ data: z.array(Candidate) }),
  roles: contentRoles,
})

export const listDuplicates = endpoint({
  method: 'get',
  path: '/duplicates',
  on: 'desk',
  tag: 'Duplicates',
  summary: 'People who may be in the register twice, the likeliest first',
  description:
    'Found over the whole register in a process of its own, anew after a change; until that has ended, `looking` is true and what was found last is given. Pairs that were said not to be the same are left out.',
  query: z.strictObject({
    of: recordId('D').optional(),
    least: z.coerce.number().min(0).max(1).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  response: z.object({
    data: z.array(PossibleDuplicate),
    total: z.number().int(),
    looking: z.boolean(),
    /** When the register was last looked through, and how many people it had; null before the first time. */
    looked: z.object({ at: z.string(), people: z.number().int(), found: z.number().int(), kept: z.number().int() }).nullable(),
  }),
  roles: contentRoles,
})

export const Verdict = z
  .object({
    id: Id,
    a: Id,
    b: Id,
    reason: z.string(),
    author: z.string(),
    madeAt: z.string(),
  })
  .meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

export const addVerdict = endpoint({
  method: 'post',
  path: '/duplicates/not-the-same',
  on: 'desk',
  tag: 'Duplicates',
  summary: 'Say that two people are not the same, and why; it is kept and not asked again',
  body: z
    .strictObject({
      a: Id,
      b: Id,
      reason: text(2000, 'Say how you know that these are two people.'),
    })
    .refine(({ a, b }) => a !== b, { path: ['b'], message: 'Name two people.' }),
  response: Verdict,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const listVerdicts = endpoint({
  method: 'get',
  path: '/detainees/:id/not-the-same',
  on: 'desk',
  tag: 'Duplicates',
  summary: 'Who was said not to be this person, and why',
  params: z.object({ id: recordId('D') }),
  query: z.strictObject({}),
  response: z.object({ data: z.array(Verdict.extend({ other: PersonBrief })) }),
  roles: contentRoles,
})
