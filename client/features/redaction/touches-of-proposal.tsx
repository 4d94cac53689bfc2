import { useQuery } from '@tanstack/react-query'
import { Answered } from '#client/components/states/answered.tsx'
import { call } from '#client/lib/call.ts'
import type { Proposal } from '#contract/proposals.ts'
import { RedactionWrite, previewRedaction, previewWords } from '#contract/redaction.ts'
import { PersonTouches, WhatItTouches, howWordsAreFound } from './touches.tsx'

const look = async (act: RedactionWrite) =>
  'person' in act
    ? { of: 'person' as const, preview: await call(previewRedaction, { params: { id: `D-${act.person}` } }) }
    : { of: 'words' as const, touches: await call(previewWords, { body: act }) }

/** What a proposed redaction would touch as the register is now, for whoever decides on it. */
export const TouchesOfProposal = ({ proposal: { id, version, body } }: { proposal: Pick<Proposal, 'id' | 'version' | 'body'> }) => {
  // By the proposal's number, for a key is kept: and not asked again by itself, since it may take minutes.
  const touches = useQuery({ queryKey: ['touches', id, version], queryFn: () => look(RedactionWrite.parse(body)), staleTime: Infinity })
  return (
    <Answered query={touches} what="what it will touch">
      {(data) => (data.of === 'person' ? <PersonTouches preview={data.preview} /> : <WhatItTouches touches={data.touches}>{howWordsAreFound}</WhatItTouches>)}
    </Answered>
  )
}
