import type { Detainee, Detention, Name, Recognition } from '#seed/detainee.ts'
import { foldText } from '../names/fold.ts'
import { nameKey } from '../names/key.ts'
import type { Collector } from './load-collector.ts'
import { dateColumns } from './load-dates.ts'

export const addName = ({ add, cite }: Collector, detaineeId: number, name: Name): void => {
  const id = add('detainee_name', {
    detainee_id: detaineeId,
    text: name.text,
    lang: name.lang,
    script: name.script,
    kind: name.kind,
    folded: foldText(name.text),
    name_key: nameKey(name.text),
  })
  cite('detainee_name', id, name.evidence)
}

export const addDetention = ({ add, cite }: Collector, detaineeId: number, detention: Detention): void => {
  const id = add('detention', {
    detainee_id: detaineeId,
    country: detention.country,
    ...dateColumns('arrest', detention.arrest),
    ...dateColumns('end', detention.end),
    end_reason: detention.endReason,
    place: detention.place,
    authority: detention.authority,
  })
  cite('detention', id, detention.evidence)
  for (const { article, codeOfLaw, text, evidence } of detention.charges) {
    cite('charge', add('charge', { detention_id: id, article, code_of_law: codeOfLaw, text }), evidence)
  }
  for (const sentence of detention.sentences) {
    const sentenceId = add('sentence', {
      detention_id: id,
      kind: sentence.kind,
      length_text: sentence.lengthText,
      length_days: sentence.lengthDays,
      ...dateColumns('sentenced', sentence.sentenced),
    })
    cite('sentence', sentenceId, sentence.evidence)
  }
}

export const addRecognition = ({ add, cite }: Collector, detaineeId: number, recognition: Recognition): void => {
  const id = add('recognition', {
    detainee_id: detaineeId,
    recognised_by: recognition.recognisedBy,
    ...dateColumns('recognised', recognition.recognised),
    criteria: recognition.criteria,
  })
  cite('recognition', id, recognition.evidence)
}

const addDetainee = (collector: Collector, detainee: Detainee): void => {
  const { add, cite, keys, touch } = collector
  const id = add('detainee', {
    sex: detainee.sex,
    ...dateColumns('birth', detainee.birth),
    description: detainee.description,
    occupation: detainee.occupation,
    status: detainee.status,
    ...dateColumns('status_as_of', detainee.statusAsOf),
    visibility: detainee.visibility,
    merged_into: null,
  })
  keys.name('detainees', detainee.key, id)
  touch('detainee', id)
  cite('detainee', id, detainee.evidence)
  for (const name of detainee.names) addName(collector, id, name)
  for (const { country, evidence } of detainee.citizenships) {
    cite('detainee_citizenship', add('detainee_citizenship', { detainee_id: id, country }), evidence)
  }
  for (const detention of detainee.detentions) addDetention(collector, id, detention)
  for (const recognition of detainee.recognitions) addRecognition(collector, id, recognition)
}

/** People with everything in their record. */
export const addDetainees = (collector: Collector, detainees: readonly Detainee[]): void => {
  for (const detainee of detainees) addDetainee(collector, detainee)
}
