import { notAtLiberty } from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { ImportSettings } from '#contract/import-settings.ts'
import type { Detainee } from '#seed/detainee.ts'
import { notStated } from '#seed/parts.ts'
import { type Report, problemAt } from './cell.ts'
import { checkDates } from './date-checks.ts'
import { readDetention } from './detention-row.ts'
import { readNames } from './person-names.ts'
import type { CellReader } from './read-cells.ts'
import { say } from './say.ts'

/** A person as one row says; the key comes when rows are put together. */
export type PersonRow = Omit<Detainee, 'key'>

const dateOf = (said: { readonly value: StatedDate } | null): StatedDate => said?.value ?? notStated

const checkStatus = (cells: CellReader, status: string | undefined, person: PersonRow, report: Report): void => {
  const cell = cells.cellOf('status')
  const ended = person.detentions.some(({ end }) => end.edtf !== null)
  if (cell === undefined || status === undefined || !ended || status === 're_detained') return
  if (notAtLiberty.some((code) => code === status)) {
    report(problemAt(cell, { code: 'status_and_end', severity: 'question', reason: 'The status says that this person is held, and the detention of this row has ended. Correct one of them, or keep both.' }))
  }
}

const readRecognitions = (cells: CellReader): PersonRow['recognitions'] => {
  const by = cells.text('recognisedBy')
  const date = cells.date('recognised')
  const criteria = cells.text('criteria')
  if (by === null) return []
  return [
    {
      recognisedBy: by.value,
      recognised: dateOf(date),
      criteria: criteria?.value ?? null,
      evidence: [...say('recognisedBy', by, by.value), ...say('recognised', date, date?.value.edtf ?? null), ...say('criteria', criteria, null)],
    },
  ]
}

/** Reads a row about a person. Everything a cell does not say is not stated. */
export const readPerson = (
  cells: CellReader,
  { country, visibility }: Pick<ImportSettings, 'country' | 'visibility'>,
  today: string,
  report: Report,
): PersonRow => {
  const sex = cells.code('sex')
  const birth = cells.date('birth')
  const description = cells.text('description')
  const occupation = cells.text('occupation')
  const status = cells.code('status')
  const statusAsOf = cells.date('statusAsOf')
  const { detentions, dates } = readDetention(cells, country, report)
  const person: PersonRow = {
    names: readNames(cells, report),
    sex: (sex?.value ?? 'not_stated') as PersonRow['sex'],
    birth: dateOf(birth),
    citizenships: [...new Map(cells.countries('citizenship').map((said) => [said.value, said])).values()].map((said) => ({
      country: said.value,
      evidence: say('country', said, said.value),
    })),
    description: description?.value ?? null,
    occupation: occupation?.value ?? null,
    status: (status?.value ?? 'unknown') as PersonRow['status'],
    statusAsOf: dateOf(statusAsOf),
    visibility,
    detentions,
    recognitions: readRecognitions(cells),
    evidence: [
      ...say('sex', sex, sex?.value ?? null),
      ...say('birth', birth, birth?.value.edtf ?? null),
      ...say('description', description, null),
      ...say('occupation', occupation, occupation?.value ?? null),
      ...say('status', status, status?.value ?? null),
      ...say('statusAsOf', statusAsOf, statusAsOf?.value.edtf ?? null),
    ],
  }
  checkDates(cells, { birth: birth?.value, statusAsOf: statusAsOf?.value, recognised: person.recognitions[0]?.recognised, ...dates }, today, report)
  checkStatus(cells, status?.value, person, report)
  return person
}
