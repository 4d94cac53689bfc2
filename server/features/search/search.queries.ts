import type { SearchAnswer, SearchQuery } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { searchWords } from '../../names/search-words.ts'
import { describeActions, describeEvents, describeSources } from './describe-hits.queries.ts'
import { exactMatcher, textMatcher } from './matcher.ts'
import { findListed } from './listed-hits.queries.ts'
import { findNumbered } from './numbered-hits.queries.ts'
import { findPeople } from './people.queries.ts'
import { type TextHit, type TextKind, type TextQuestion, findTextHits } from './text-hits.queries.ts'
import { actionTexts, eventTexts, personTexts, sourceTexts } from './texts.queries.ts'

const findDescribed = async <Hit>(
  file: RecordFile,
  kind: TextKind,
  question: TextQuestion,
  first: readonly TextHit[],
  describe: (file: RecordFile, hits: readonly TextHit[]) => Promise<Hit[]>,
) => {
  const found = await findTextHits(file, kind, { ...question, except: first.map(({ id }) => id) })
  const hits = [...first, ...found.hits].slice(0, question.limit)
  return { total: first.length + found.total, orMore: found.orMore, hits: await describe(file, hits) }
}

/** Everything that answers what was typed, by kind, the best first; or the records listed in its place. */
export const findAll = async (file: RecordFile, { q: typed, found, exact, limit }: SearchQuery): Promise<SearchAnswer> => {
  if (typed === undefined) return findListed(file, found ?? [])
  const q = typed.normalize('NFC')
  const words = searchWords(q)
  const isExact = exact === 'yes'
  const question: TextQuestion = { q, exact: isExact, limit, matcher: isExact ? exactMatcher(q) : textMatcher(words), except: [] }
  const numbered = await findNumbered(file, q)
  const firstOf = ({ searched }: TextKind) => numbered.get(searched) ?? []
  const [people, releaseEvents, sanctionsActions, sources] = await Promise.all([
    findPeople(file, question, words, firstOf(personTexts)),
    findDescribed(file, eventTexts, question, firstOf(eventTexts), describeEvents),
    findDescribed(file, actionTexts, question, firstOf(actionTexts), describeActions),
    findDescribed(file, sourceTexts, question, firstOf(sourceTexts), describeSources),
  ])
  return { people, releaseEvents, sanctionsActions, sources }
}
