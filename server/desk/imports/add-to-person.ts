import type { PersonRow } from '../../imports/map/person-row.ts'
import type { Collector } from '../../register/load-collector.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { addName, addRecognition } from '../../register/load-detainees.ts'
import { addToDetentions } from './add-to-detentions.ts'
import type { PersonRecord } from './person-record.ts'

/**
 * Adds what a row says to a person of the register. What is not stated there is filled; what is stated
 * there stays, and where the row says otherwise its evidence stands beside it.
 */
export const addToPerson = (collector: Collector, row: PersonRow, record: PersonRecord): void => {
  const { add, change, cite, touch } = collector
  const { detainee } = record
  const isKnown = detainee.status !== 'unknown'
  change('detainee', detainee.id, {
    ...(detainee.sex === 'not_stated' && row.sex !== 'not_stated' ? { sex: row.sex } : {}),
    ...(detainee.birth_edtf === null && detainee.birth_basis === 'not_stated' && row.birth.edtf !== null ? dateColumns('birth', row.birth) : {}),
    ...(detainee.description === null && row.description !== null ? { description: row.description } : {}),
    ...(detainee.occupation === null && row.occupation !== null ? { occupation: row.occupation } : {}),
    ...(!isKnown && row.status !== 'unknown' ? { status: row.status, ...dateColumns('status_as_of', row.statusAsOf) } : {}),
  })
  cite('detainee', detainee.id, row.evidence)
  for (const name of row.names) {
    const known = record.names.find(({ text }) => text === name.text)
    if (known !== undefined) cite('detainee_name', known.id, name.evidence)
    else addName(collector, detainee.id, name.kind === 'primary' ? { ...name, kind: 'also_known_as' } : name)
  }
  for (const { country, evidence } of row.citizenships) {
    const known = record.citizenships.find((citizenship) => citizenship.country === country)
    cite('detainee_citizenship', known?.id ?? add('detainee_citizenship', { detainee_id: detainee.id, country }), evidence)
  }
  for (const detention of row.detentions) addToDetentions(collector, detainee.id, detention, record)
  for (const recognition of row.recognitions) {
    const known = record.recognitions.find(({ recognised_by }) => recognised_by === recognition.recognisedBy)
    if (known === undefined) addRecognition(collector, detainee.id, recognition)
    else cite('recognition', known.id, recognition.evidence)
  }
  touch('detainee', detainee.id)
}
