import { Facts } from '#client/components/layout/facts.tsx'
import { AlsoAsserted } from '#client/components/values/also-asserted.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { sexLabels, statusLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { Detainee } from '#contract/detainees.ts'
import { StatusConfirmed } from './status-confirmed.tsx'

export const DetaineeFacts = ({ person }: { person: Detainee }) => {
  const { id, status, statusAsOf, occupation, description, birth, sex, citizenships, evidence } = person
  const on = (...fields: string[]) => evidenceFor(evidence, 'detainee', id, ...fields)
  const citizenshipEvidence = evidence.filter((item) => item.on.record === 'detainee_citizenship')
  return (
    <Facts
      facts={[
        {
          label: 'Status',
          value: (
            <>
              <TextOrNotStated>{statusLabels[status]}</TextOrNotStated>
              <EvidenceMark evidence={on('status')} of="the status" stated={status !== 'unknown'} />
              <AlsoAsserted evidence={on('status')} field="status" shown={status} />
            </>
          ),
        },
        {
          label: 'Last confirmed',
          value: (
            <>
              <StatusConfirmed person={person} />
              <EvidenceMark evidence={on('statusAsOf')} of="the date of the status" stated={statusAsOf.edtf !== null} />
            </>
          ),
        },
        {
          label: 'Occupation',
          value: (
            <>
              <TextOrNotStated>{occupation}</TextOrNotStated>
              <EvidenceMark evidence={on('occupation')} of="the occupation" stated={occupation !== null} />
            </>
          ),
        },
        {
          label: 'Public role',
          value: (
            <>
              <TextOrNotStated>{description}</TextOrNotStated>
              <EvidenceMark evidence={on('description')} of="the public role" stated={description !== null} />
            </>
          ),
        },
        {
          label: 'Born',
          value: (
            <>
              <StatedDateText date={birth} />
              <EvidenceMark evidence={on('birth')} of="the date of birth" stated={birth.edtf !== null} />
              <AlsoAsserted evidence={on('birth')} field="birth" shown={birth.edtf} />
            </>
          ),
        },
        {
          label: 'Sex',
          value: (
            <>
              <TextOrNotStated>{sexLabels[sex]}</TextOrNotStated>
              <EvidenceMark evidence={on('sex')} of="the sex" stated={sex !== 'not_stated'} />
            </>
          ),
        },
        {
          label: 'Citizenship',
          value: (
            <>
              <TextOrNotStated>{citizenships.map(countryName).join(', ')}</TextOrNotStated>
              <EvidenceMark evidence={citizenshipEvidence} of="the citizenship" stated={citizenships.length > 0} />
            </>
          ),
        },
      ]}
    />
  )
}
