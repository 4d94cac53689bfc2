import { RecordList } from '#client/components/records/record-list.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { Detainee } from '#contract/detainees.ts'

export const DetaineeRecognitions = ({ person: { recognitions, evidence } }: { person: Detainee }) => (
  <RecordList
    items={recognitions}
    itemKey={({ id }) => id}
    line={({ id, recognisedBy }) => (
      <>
        {recognisedBy}
        <EvidenceMark evidence={evidenceFor(evidence, 'recognition', id)} of={`the recognition by ${recognisedBy}`} />
      </>
    )}
    small={({ recognised, criteria }) => (
      <>
        Recognised: <StatedDateText date={recognised} /> · criteria: <TextOrNotStated>{criteria}</TextOrNotStated>
      </>
    )}
  />
)
