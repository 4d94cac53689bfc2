import type { Evidence } from '#contract/common.ts'
import { listOf, objectOf } from './json-sql.ts'
import { dateOf, number, orNull, refOf, text } from './json-values.ts'

/** The evidence of these rows: `rows` is SQL in brackets, with `record_table` and `record_id`. */
export const evidenceOf = (rows: string) => listOf(
  objectOf<Evidence>({
    id: number('evidence.id'),
    on: objectOf<Evidence['on']>({ record: text('evidence.record_table'), id: number('evidence.record_id'), field: text('evidence.field') }),
    quote: orNull('evidence.quote'),
    quoteStart: orNull('evidence.quote_start'),
    quoteEnd: orNull('evidence.quote_end'),
    asserts: orNull('evidence.asserts'),
    saidBy: orNull('evidence.said_by'),
    source: objectOf<Evidence['source']>({
      id: number('source.id'),
      ref: refOf('SRC', 'source.id'),
      title: orNull('source.title'),
      publisher: orNull('source.publisher'),
      url: orNull('source.url'),
      published: dateOf('source', 'published'),
      copyOf: orNull('source.copy_of'),
    }),
  }),
  `${rows} AS held CROSS JOIN evidence ON evidence.record_table = held.record_table AND evidence.record_id = held.record_id
    CROSS JOIN source ON source.id = evidence.source_id`,
  'evidence.id',
)
