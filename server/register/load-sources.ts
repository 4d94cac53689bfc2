import type { Source } from '#seed/batch.ts'
import type { Collector } from './load-collector.ts'
import { dateColumns } from './load-dates.ts'

/** Sources in the order given: the original of a copy comes before it, or in an earlier batch. */
export const addSources = ({ add, keys, touch }: Collector, sources: readonly Source[]): void => {
  for (const source of sources) {
    const id = add('source', {
      title: source.title,
      publisher: source.publisher,
      author: source.author,
      url: source.url,
      ...dateColumns('published', source.published),
      language: source.language,
      retrieved: source.retrieved,
      sha256: source.sha256,
      copy_of: source.copyOf === null ? null : keys.find('sources', source.copyOf),
    })
    keys.name('sources', source.key, id)
    touch('source', id)
  }
}
