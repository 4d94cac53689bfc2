import { withWords } from '#client/components/entry/text/words.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { withRowAdded } from './change-draft.ts'
import type { Draft, LinkDraft } from './draft.ts'

/** Adds a link with the words that make it, where words are waiting for a sanctions action to be chosen. */
export const withLinkAdded = (draft: Draft, link: LinkDraft): Draft => {
  const { links: words = null, ...rest } = draft.pending
  const evidence =
    words === null ? link.evidence : withWords(link.evidence, words, { supports: evidenceFields.links, mainSource: draft.mainSource }).evidence
  return withRowAdded({ ...draft, pending: rest }, 'links', { ...link, evidence })
}
