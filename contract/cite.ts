import { CivilDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/**
 * `sha256` is taken over the text that docs/methods.md lays down: the kind of the view, how many
 * records it has, and one line for each with its number and its reported number. No name and
 * no wording is in it, so it stays what it is when a record is corrected later or someone in
 * it has to be protected.
 */
export const Citation = z
  .object({
    edition: z.object({ number: z.number().int(), label: z.string(), publishedAt: z.string() }),
    newestEdition: z.number().int().meta({ description: 'Above the cited one where a newer edition exists' }),
    title: z.string().meta({ description: "The view's sentence" }),
    permalink: z.string().meta({ description: 'The view in this edition, as an address of this site' }),
    path: z.string().meta({ description: 'The same without the host' }),
    records: z.number().int(),
    sha256: z.string(),
    access: z.string().meta({ description: 'Who can read it, and what holds of it later' }),
    formats: z.object({
      apa: z.string(),
      chicago: z.string(),
      bibtex: z.string(),
      ris: z.string(),
      cslJson: z.string(),
    }),
  })
  .meta({ id: 'Citation' })
export type Citation = z.infer<typeof Citation>

export const citeView = endpoint({
  method: 'get',
  path: '/cite',
  on: 'public',
  tag: 'Editions',
  long: true,
  summary: 'A view or a record as a citation that holds',
  description:
    'A view found by a search word is cited by the numbers of its records, and so is a list of people chosen by what a protection would take away: the link repeats no name, and still gives the same records later.',
  query: z.strictObject({
    path: z
      .string()
      .max(7000)
      .startsWith('/', 'Give an address of this site that begins with a slash, for example /release-events?destination=LT.')
      .default('/')
      .meta({
        description: 'A page or an API address of this site with its query; `edition` pins it',
        example: '/release-events?destination=LT',
      }),
    accessed: CivilDate.optional().meta({ description: 'The day it was read, for the citation' }),
  }),
  response: Citation,
})
