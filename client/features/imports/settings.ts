import { type ColumnRule, usualBlanks } from '#contract/import-settings.ts'
import type { Import } from '#contract/import-view.ts'

/** How a file is read, as the server keeps it. */
export type Settings = NonNullable<Import['settings']>
export type SourceDraft = NonNullable<Settings['source']>

/** A column that holds this field, with the usual rules. */
export const newRule = (column: number, field: string): ColumnRule => ({
  column,
  field,
  dateOrder: 'day_first',
  serials: 'no',
  nameOrder: 'as_written',
  blanks: [...usualBlanks],
  replace: [],
})

/** The settings with one more cell of a column taken for something else. */
export const withReplacement = (settings: Settings, column: number, from: string, to: string): Settings => ({
  ...settings,
  columns: settings.columns.map((rule) =>
    rule.column === column ? { ...rule, replace: [...rule.replace.filter((one) => one.from !== from), { from, to }] } : rule,
  ),
})

/** The rules of a profile on this file: how its bytes are opened stays as it is. */
export const withRowSettings = (settings: Settings, { headerRow, columns, country, visibility, source }: Settings): Settings => ({
  ...settings,
  headerRow,
  columns,
  country,
  visibility,
  source,
})

export const emptySource: SourceDraft = { key: 's1', id: null, title: null, publisher: null, author: null, url: null, published: 'not stated', language: null }
