import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { SourceWrite } from '#contract/source-write.ts'
import type { Names } from './names.ts'
import { dateFrom } from './typed-date.ts'

const languages = new Intl.DisplayNames('en', { type: 'language' })

/** "Ukrainian" for `uk`; a tag that is none stays as it was typed. */
export const languageName = (tag: string): string => {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What there is of it, one after the other. */
export const listed = (...items: readonly (string | null | false)[]): string =>
  items.filter((item) => item !== null && item !== false && item !== '').join('; ')

export const dateWords = (typed: string): string => formatStatedDate(dateFrom(typed))

export const sourceName = (source: SourceWrite, names: Names): string =>
  source.id === null ? (source.title ?? source.publisher ?? source.url ?? source.key) : names.source(source.id)

export const newSourceWords = (source: SourceWrite): string =>
  listed(
    source.title,
    source.publisher && `publisher ${source.publisher}`,
    source.author && `by ${source.author}`,
    source.url,
    `published ${dateWords(source.published)}`,
    source.language && `in ${languageName(source.language)}`,
  )
