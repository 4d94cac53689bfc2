import type { Source } from './batch.ts'
import type { Evidence } from './evidence.ts'
import kept from './article-quotes.json' with { type: 'json' }
import { evidenceOf, notStated } from './parts.ts'

/** `list`: the words above the names of those released; the others are facts by their numbers. */
const places = { list: kept.list, ...kept.quotes }

type Fact = keyof typeof places

const sourceKey = 'article'

const source: Source = {
  key: sourceKey,
  title: kept.title.quote,
  publisher: null,
  author: null,
  url: null,
  published: notStated,
  language: 'en',
  retrieved: null,
  sha256: kept.sha256,
  copyOf: null,
}

/** Evidence in the article's words: the fact's number, the field it is for, what it asserts, who is quoted. */
const says = <Field extends string>(fact: Fact, field: Field, asserts?: string, saidBy?: string): Evidence<Field> => {
  const { quote, start, end } = places[fact]
  return evidenceOf(sourceKey, field, {
    quote: { text: quote, start, end },
    ...(asserts === undefined ? {} : { asserts }),
    ...(saidBy === undefined ? {} : { saidBy }),
  })
}

/** The article as a source, and the way to cite its words. */
export const articleBasics = { sourceKey, source, says }
