import { madeOnce } from '../made-once.ts'
import { deletionForms } from './deletions.ts'
import { GIVEN_NAME_FAMILIES } from './given-names.ts'
import { namePartsOf } from './key.ts'
import { wordsAsTyped } from './search-words.ts'
import { withinOneEdit } from './similarity.ts'
import { wordsOf } from './words.ts'

type Form = { readonly folded: string; readonly head: string }

/** й, ы and ь are written i, y or j. */
const spellingOf = (folded: string): string => folded.replace(/[yj]/g, 'i')

/** Forms of given names by each way to leave a letter out. */
const byDeletion = madeOnce(() => {
  const forms = new Map<string, Form[]>()
  for (const family of GIVEN_NAME_FAMILIES) {
    const [head = ''] = family
    for (const word of family.flatMap((form) => wordsOf(form).slice(0, 1))) {
      const folded = spellingOf(word.folded)
      for (const form of deletionForms(folded)) forms.set(form, [...(forms.get(form) ?? []), { folded, head }])
    }
  }
  return forms
})

/** The family that a word is a form of but for one letter, where there is one only. */
const familyMeant = (word: string): string | undefined => {
  const folded = spellingOf(word)
  const near = deletionForms(folded).flatMap((form) => byDeletion().get(form) ?? [])
  const heads = new Set(near.filter((form) => withinOneEdit(form.folded, folded)).map((form) => form.head))
  const [head] = heads
  return heads.size === 1 ? head : undefined
}

/**
 * A typed name with its given name put right: `Nkolay Dubrovsky` as `Мікалай Dubrovsky`, whose
 * other forms are then known. Undefined where a given name is known as it is, or none is near.
 */
export const withGivenName = (typed: string): string | undefined => {
  const words = wordsAsTyped(typed)
  if (words.length < 2 || namePartsOf(typed).some((part) => part.given)) return undefined
  for (const [index, word] of words.entries()) {
    const head = familyMeant(wordsOf(word)[0]?.folded ?? '')
    if (head !== undefined) return words.with(index, head).join(' ')
  }
  return undefined
}
