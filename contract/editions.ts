import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** What is signed of an edition: its label, the SHA-256 of its file, the history it was made from and when. */
export const sealedText = (edition: { label: string; sha256: string; chain: string; publishedAt: string }): string =>
  [`Habeas edition ${edition.label}`, edition.sha256, edition.chain, edition.publishedAt].join('\n')

/** An Ed25519 signature over the UTF-8 bytes of `text`; who compares fingerprints over the years knows that one register speaks. */
const Seal = z
  .object({
    text: z.string(),
    signature: z.string().meta({ description: 'Ed25519, base64' }),
    publicKey: z.string().meta({ description: 'SubjectPublicKeyInfo (DER), base64' }),
    fingerprint: z.string().meta({ description: 'The first 32 hexadecimal digits of the SHA-256 of the public key' }),
  })
  .meta({ id: 'Seal' })

/** A published state of the register. `17.1` is edition 17 with something withheld since. */
export const Edition = z
  .object({
    number: z.number().int().positive(),
    revision: z.number().int().nonnegative(),
    label: z.string(),
    publishedAt: z.string(),
    revisedAt: z.string().nullable().meta({ description: 'When someone in it was last protected; null where nobody was' }),
    note: z.string(),
    sha256: z.string(),
    bytes: z.number().int(),
    chain: z.string().meta({ description: 'Head of the history chain it was made from' }),
    counts: z.record(z.string(), z.number().int()),
    /** An invented register says so on every page. */
    fictional: z.boolean(),
    seal: Seal.nullable().meta({ description: 'Signed by the desk that published it; null where it is not signed yet' }),
    earlier: z
      .array(z.object({ label: z.string(), sha256: z.string() }))
      .meta({ description: 'Its revisions before this one, the newest first. Their files are gone; their hashes stay listed' }),
  })
  .meta({ id: 'Edition' })
export type Edition = z.infer<typeof Edition>

export const listEditions = endpoint({
  method: 'get',
  path: '/editions',
  on: 'public',
  tag: 'Editions',
  summary: 'Published editions, the newest first',
  query: z.strictObject({}),
  response: z.object({ data: z.array(Edition) }),
})

/** What the answers at this mount rest on. */
export const getMount = endpoint({
  method: 'get',
  path: '/about',
  on: 'records',
  tag: 'Editions',
  summary: 'Which edition, or the register itself, this mount answers from',
  query: z.strictObject({}),
  response: z.object({
    mount: z.enum(['edition', 'register']),
    edition: Edition.nullable(),
    fictional: z.boolean(),
  }),
  roles: 'staff',
  beforeSecondFactor: true,
})
