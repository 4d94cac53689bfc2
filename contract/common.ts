import { z } from './zod.ts'
import { CountryCode } from './countries.ts'
import { CivilDate, StatedDate } from './dates/stated-date.ts'

export const refPrefixes = { detainee: 'D', releaseEvent: 'R', sanctionsAction: 'S', source: 'SRC' } as const

/** A record's number in a path or a filter: `12` or, as it is shown, `D-12`. */
export const recordId = (prefix: string): z.ZodType<number, string> =>
  z
    .string()
    .regex(new RegExp(`^(?:${prefix}-)?[1-9][0-9]{0,14}$`), `Give a number such as 12, or ${prefix}-12.`)
    .transform((text) => Number(text.replace(`${prefix}-`, '')))
    .meta({ description: `A record's number: 12 or ${prefix}-12`, example: '12' })

export const Id = z.number().int().positive()

/** For `refine`: SQLite ends a text at its first NUL, so a text that has one cannot be kept. */
export const hasNoNul = (text: string): boolean => !text.includes('\0')
export const nulMessage = 'This has a character that cannot be kept. Type it again.'

/**
 * Values as one text of a query: `LT,UA`. A comma that belongs to a value is written `%2C` and a
 * percent sign `%25`, before the address encodes the whole.
 */
export const joinList = (values: readonly (string | number)[]): string =>
  values.map((value) => String(value).replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')

/** The values of such a text, empty ones left out. A percent sign that stands for nothing is read as itself. */
export const splitList = (text: string): string[] =>
  text
    .split(',')
    .filter((value) => value !== '')
    .map((value) => value.replace(/%2C|%25/gi, (sign) => (sign === '%25' ? '%' : ',')))

/** A comma-separated list in a query, as `joinList` writes it: `destination=LT,UA`. Repeating the parameter does the same. */
export const listOf = <T extends z.ZodType>(item: T, most = 300) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : [value])
        .flatMap((text) => (typeof text === 'string' ? splitList(text) : [text])),
    z.array(item).min(1, 'Give at least one value, or leave the parameter out.').max(most),
  )

/** As many events of a kind as are given by number beside its count. */
export const mostIds = 500

export const notStated = z.literal('not_stated')
export const CountryFilter = listOf(CountryCode)
export const DestinationFilter = listOf(z.union([CountryCode, notStated]))

/** A number with its band. Bounds include the used number; an open side means "or fewer", "or more". */
export const Count = z
  .object({
    lowest: z.number().int(),
    best: z.number().int(),
    highest: z.number().int(),
    openLow: z.boolean(),
    openHigh: z.boolean(),
  })
  .meta({ id: 'Count', description: 'The used number and the band of all claims; open sides have no known bound' })
export type Count = z.infer<typeof Count>

export const Interval = z
  .object({ lowest: z.number().int(), highest: z.number().int().nullable() })
  .meta({ id: 'Interval', description: 'Inclusive; a null highest has no known bound' })
export type Interval = z.infer<typeof Interval>

export const SourceBrief = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    published: StatedDate,
    copyOf: Id.nullable(),
  })
  .meta({ id: 'SourceBrief' })
export type SourceBrief = z.infer<typeof SourceBrief>

/** Which source says a value, in which words. `on` names the table, the row and the field it supports. */
export const Evidence = z
  .object({
    id: Id,
    on: z.object({ record: z.string(), id: Id, field: z.string() }),
    quote: z.string().nullable(),
    quoteStart: z.number().int().nullable(),
    quoteEnd: z.number().int().nullable(),
    asserts: z.string().nullable(),
    saidBy: z.string().nullable(),
    source: SourceBrief,
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

export const Page = z
  .object({
    total: z.number().int(),
    certain: z.number().int(),
    possible: z.number().int(),
    undated: z.number().int(),
    next: z.string().nullable(),
  })
  .meta({
    id: 'Page',
    description:
      'total = certain + possible. Under a date filter, undated records are counted here and left out of the list; without one they are in the list and in the total.',
  })
export type Page = z.infer<typeof Page>

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), page: Page })

export const paging = {
  limit: z.coerce
    .number('Give a whole number from 1 to 200.')
    .int('Give a whole number from 1 to 200.')
    .min(1, 'Give a whole number from 1 to 200.')
    .max(200, 'Give a whole number from 1 to 200.')
    .default(50),
  cursor: z.string().max(500).optional().meta({ description: 'The `next` of the page before' }),
}

/** Words to look for: each must begin a word of the text, in any spelling it is folded to. */
export const SearchWords = z
  .string()
  .trim()
  .min(1, 'Type at least one letter.')
  .max(200, 'Type at most 200 letters.')

export const dateRange = {
  from: CivilDate.optional(),
  to: CivilDate.optional(),
}

/** Refuses a range that ends before it begins, naming the field that is to change. */
export const ordered =
  (fromKey: string, toKey: string) =>
  (value: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const from = value[fromKey]
    const to = value[toKey]
    if (typeof from === 'string' && typeof to === 'string' && from > to) {
      context.addIssue({
        code: 'custom',
        path: [toKey],
        message: `This is before ${fromKey} (${from}). Swap the two dates.`,
      })
    }
  }

export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof ErrorBody>
