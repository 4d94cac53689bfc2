import { RecordList } from '#client/components/records/record-list.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { languageName } from '#client/lib/language-name.ts'
import { nameKindLabels } from '#contract/codes.ts'
import type { Detainee } from '#contract/detainees.ts'

export const DetaineeNames = ({ person: { names, evidence } }: { person: Detainee }) => (
  <RecordList
    items={names}
    itemKey={({ id }) => id}
    line={({ id, text, lang }) => (
      <>
        <PersonName name={text} lang={lang} />
        <EvidenceMark evidence={evidenceFor(evidence, 'detainee_name', id)} of={`the name ${text}`} />
      </>
    )}
    small={({ kind, lang }) => `${nameKindLabels[kind]} · ${languageName(lang)}`}
  />
)
