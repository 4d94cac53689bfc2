import type { Kysely } from 'kysely'
import { type WordQuestion, answerOf, mostCandidates, wordQuestions } from '../names/name-candidates.ts'
import type { FindNameCandidates, NameCandidate } from './record-file.ts'
import type { Records } from './records.ts'

/** `answerOf`, worked out once for each word that occurs. */
const remembering = (question: WordQuestion): ((word: string) => number) => {
  const known = new Map<string, number>()
  return (word) => {
    const found = known.get(word) ?? answerOf(question, word)
    known.set(word, found)
    return found
  }
}

type Words = Readonly<Record<WordQuestion['kind'], readonly string[]>>

/** The best answer of any word of a name to any of the questions of one typed word. */
const bestAnswer = (questions: readonly WordQuestion[]): ((name: Words) => number) => {
  const asked = questions.map((question) => ({ kind: question.kind, answer: remembering(question) }))
  return (name) => {
    let best = 0
    for (const { kind, answer } of asked) for (const word of name[kind]) best = Math.max(best, answer(word))
    return best
  }
}

const better = (a: NameCandidate, b: NameCandidate): number => b.words - a.words || b.worth - a.worth || a.nameId - b.nameId

/** Reads every name, for the register, where what was written a moment ago is found. */
export const plainNames =
  (db: Kysely<Records>): FindNameCandidates =>
  async (words) => {
    const questions = wordQuestions(words).map(bestAnswer)
    if (questions.length === 0) return []
    const names = await db.selectFrom('detainee_name').select(['id', 'folded', 'name_key']).execute()
    const found = names.flatMap(({ id, folded, name_key }): NameCandidate[] => {
      const name = { folded: folded.split(' '), key: name_key.split(' ') }
      const worths = questions.map((answer) => answer(name)).filter((worth) => worth > 0)
      return worths.length === 0 ? [] : [{ nameId: id, words: worths.length, worth: worths.reduce((sum, worth) => sum + worth) }]
    })
    return found.toSorted(better).slice(0, mostCandidates)
  }
