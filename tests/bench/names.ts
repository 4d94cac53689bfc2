/**
 * How well names are found under another spelling.
 *
 *     node tests/bench/names.ts [--pairs FILE] [--json] [--failures]
 *
 * FILE is tab-separated with a header: `person` (any id), `variant` (a spelling of that person's
 * name), `script_lang` (not used). Without it the invented names of `tests/support/name-pairs.tsv`
 * are read. A person's first row is their primary spelling.
 *
 * - `recallAt1`, `recallAt5`: every spelling that is not its person's primary one is a query. The
 *   list searched holds that person's primary spelling only, and all spellings of everybody else.
 *   Persons are ranked by their best `scoreNames(query, spelling)`; a tie counts against us; a score
 *   under SEARCH_THRESHOLD is no hit. The figure is the share of queries whose person is among the
 *   first 1 or 5.
 * - `recallKey`: of all unordered pairs of spellings of one person, the share with the same
 *   `indexKey` (the name key's words, sorted, without patronymic and bracketed alternatives).
 * - `recallMatch`: of the same pairs, the share that `scoreNames` puts at MATCH_THRESHOLD or above
 *   in either direction.
 * - `falseMatchRate`: of all unordered pairs of spellings of two different persons, the share at
 *   MATCH_THRESHOLD or above in either direction. Namesakes in the list count as false.
 * - `falseKeyRate`: of the same pairs, the share with the same `indexKey`.
 *
 * Lists too long for 4,000,000 scores are sampled at even steps (every n-th query, every n-th
 * pair of different persons); `queries` and `differentPairs` say how many were scored. `--failures`
 * prints what was missed, with the names: not for a public log.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureNames } from './names-measure.ts'
import { parsePairs } from './names-pairs.ts'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    json: { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
  },
})

const file = values.pairs ?? new URL('../support/name-pairs.tsv', import.meta.url)
const { failures, ...figures } = measureNames(parsePairs(readFileSync(file, 'utf8')))

if (values.json) console.log(JSON.stringify(figures, null, 2))
else for (const [name, value] of Object.entries(figures)) console.log(name.padEnd(16), Number.isInteger(value) ? value : value.toFixed(4))
if (values.failures) for (const failure of failures) console.error(failure)
