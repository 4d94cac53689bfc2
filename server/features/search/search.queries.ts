import type { SearchAnswer, SearchQuery } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { searchWords } from '../../names/search-words.ts'
import { describeActions, describeEvents, describeSources } from './describe-hits.queries.ts'
import { exactMatcher, textMatcher } from './matcher.ts'
import { findListed } from './listed-hits.queries.ts'
import { findPeople } from './people.queries.ts'
import { type TextHit, type TextKind, type TextQuestion, findTextHits } from './text-hits.queries.ts'
import { actionTexts, eventTexts, sourceTexts } from './texts.queries.ts'

const findDescribed = async <Hit>(
  file: RecordFile,
  kind: TextKind,
  question: TextQuestion,
  describe: (file: RecordFile, hits: readonly TextHit[]) => Promise<Hit[]>,
) => {
  const found = await findTextHits(file, kind, question)
  return { ...found, hits: await describe(file, found.hits) }
}

/** Everything that answers what was typed, by kind, the best first; or the records listed in its place. */
export const findAll = async (file: RecordFile, { q: typed, found, exact, limit }: SearchQuery): Promise<SearchAnswer> => {
  if (typed === undefined) return findListed(file, found ?? [])
  const q = typed.normalize('NFC')
  const words = searchWords(q)
  const isExact = exact === 'yes'
  const question = { q, exact: isExact, limit, matcher: isExact ? exactMatcher(q) : textMatcher(words), except: [] }
  const [people, releaseEvents, sanctionsActions, sources] = await Promise.all([
    findPeople(file, question, words),
    findDescribed(file, eventTexts, question, describeEvents),
    findDescribed(file, actionTexts, question, describeActions),
    findDescribed(file, sourceTexts, question, describeSources),
  ])
  return { people, releaseEvents, sanctionsActions, sources }
}
