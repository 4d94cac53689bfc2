import { actionLabels, authorityLabels } from '#contract/codes.ts'
import type { Searched } from './record-file.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The words a reader sees for a code, so that they can be searched for. */
const labelOf = (column: string, labels: Readonly<Record<string, string>>): string =>
  `CASE ${column} ${Object.entries(labels)
    .map(([code, label]) => `WHEN ${quoted(code)} THEN ${quoted(label)}`)
    .join(' ')} END`

/** The quotes that support the rows of a table, where `rows` selects the ids of those. */
const quotesOf = (table: string, rows: string): string =>
  `SELECT evidence.quote FROM evidence WHERE evidence.record_table = '${table}' AND evidence.record_id IN (${rows})`

const partsOfEvent = ['release_count', 'release_person', 'release_sanction', 'event_note']

const eventQuotes = [
  quotesOf('release_event', 'release_event.id'),
  ...partsOfEvent.map((table) =>
    quotesOf(table, `SELECT part.id FROM ${table} AS part WHERE part.release_event_id = release_event.id`),
  ),
].join(' UNION ALL ')

const eventNotes = `SELECT group_concat(concat_ws(' ', note.text, note.said_by), ' ') FROM event_note AS note
  WHERE note.release_event_id = release_event.id`

/** The names of a person, and of whoever was merged into them. */
const namesOf = (column: string): string => `(SELECT group_concat(called.${column}, ' ') FROM detainee_name AS called
  WHERE called.detainee_id IN (
    SELECT detainee.id UNION ALL SELECT merged.id FROM detainee AS merged WHERE merged.merged_into = detainee.id))`

const ofText = (text: string) => ({ folded: `fold(${text})`, key: `text_sounds(${text})` })

/**
 * The searched text of each record as SQL over its own columns: what an edition indexes.
 * `folded` is all of it; `key` holds name keys of people, and of other records the sound keys of
 * words that may be names.
 */
export const searchedText: Readonly<Record<Searched, { readonly folded: string; readonly key: string }>> = {
  detainee: {
    folded: `concat_ws(' ', ${namesOf('folded')}, fold(concat_ws(' ', detainee.description, detainee.occupation)))`,
    key: namesOf('name_key'),
  },
  release_event: ofText(`concat_ws(' ', release_event.title, release_event.summary, (${eventNotes}),
    (SELECT group_concat(quote, ' ') FROM (${eventQuotes})))`),
  sanctions_action: ofText(`concat_ws(' ', ${labelOf('sanctions_action.authority', authorityLabels)},
      ${labelOf('sanctions_action.action', actionLabels)}, sanctions_action.target, sanctions_action.commodity,
      sanctions_action.instrument, sanctions_action.agency, sanctions_action.conditions,
      (SELECT group_concat(quote, ' ') FROM (${quotesOf('sanctions_action', 'sanctions_action.id')})))`),
  source: ofText(`concat_ws(' ', source.title, source.publisher, source.author, source.url)`),
}
