import { Id } from './common.ts'
import { type RowShape, addressField, dateField, languageField, recordField, textField } from './record-shape.ts'
import { TypedDate, WebAddress, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

export const sourceShape: RowShape = {
  name: 'source',
  table: 'source',
  noun: 'source',
  fields: [
    textField('title', 'Title'),
    textField('publisher', 'Publisher'),
    textField('author', 'Author'),
    addressField('url', 'Address'),
    dateField('published', 'Published'),
    languageField('language', 'Language'),
    recordField('copyOf', 'A copy of', 'SRC'),
  ],
  // A source is what evidence rests on; nothing is evidence of it.
  supported: [],
  parts: [],
}

/** A source as its own form sends it and a proposal keeps it. */
export const SourceRecordWrite = z
  .strictObject({
    title: textOrNull(500),
    publisher: textOrNull(500),
    author: textOrNull(500),
    url: WebAddress,
    published: TypedDate.default('not stated'),
    language: textOrNull(35),
    /** The source it copies: a copy adds no independence. */
    copyOf: Id.nullable().default(null),
  })
  .refine((source) => source.title !== null || source.publisher !== null || source.url !== null, {
    path: ['title'],
    message: 'Give it a title, a publisher or an address.',
  })
export type SourceRecordWrite = z.output<typeof SourceRecordWrite>
