/** What the fields of a source are called where a problem in one is told. */
export const sourceLabels = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  url: 'address',
  published: 'date published',
  language: 'language',
} as const
