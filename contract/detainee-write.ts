import { codeOf, endReasonLabels, nameKindLabels, sentenceKindLabels, sexLabels, statusLabels } from './codes.ts'
import { Id } from './common.ts'
import { CountryCode } from './countries.ts'
import { checkEvidence } from './evidence-checks.ts'
import { DifferentFrom } from './different-from.ts'
import { type RowShape, codeField, countryField, dateField, languageField, longField, numberField, scriptField, textField } from './record-shape.ts'
import { SourceWrite, evidenceList } from './source-write.ts'
import { TypedDate, text, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

/*
 * A person as the form sends them and a proposal keeps them: the whole record as it should become.
 * Rows with an id are kept or corrected, rows without one are new, rows left out are removed. What
 * the public is shown of a person is no part of it, nor is anything confidential.
 */

const fields = (...names: readonly string[]): readonly string[] => names

export const detaineeShape: RowShape = {
  name: 'detainee',
  table: 'detainee',
  noun: 'person',
  fields: [
    codeField('sex', 'Sex', sexLabels, 'not_stated'),
    dateField('birth', 'Born'),
    longField('description', 'Public role'),
    textField('occupation', 'Occupation'),
    codeField('status', 'Status', statusLabels, 'unknown'),
    dateField('statusAsOf', 'Status as of'),
  ],
  supported: fields('sex', 'birth', 'description', 'occupation', 'status', 'statusAsOf'),
  parts: [
    {
      name: 'names',
      table: 'detainee_name',
      noun: 'name',
      fields: [
        textField('text', 'Name'),
        codeField('kind', 'Kind of name', nameKindLabels),
        languageField('lang', 'Language'),
        scriptField('script', 'Script'),
      ],
      supported: fields('text'),
      parts: [],
    },
    {
      name: 'citizenships',
      table: 'detainee_citizenship',
      noun: 'citizenship',
      fields: [countryField('country', 'Citizenship')],
      supported: fields('country'),
      parts: [],
    },
    {
      name: 'detentions',
      table: 'detention',
      noun: 'detention',
      fields: [
        countryField('country', 'Country'),
        dateField('arrest', 'Arrested'),
        dateField('end', 'Ended'),
        { ...codeField('endReason', 'How it ended', endReasonLabels), none: 'It is not said to have ended' },
        textField('place', 'Place of detention'),
        textField('authority', 'Detaining authority'),
      ],
      supported: fields('country', 'arrest', 'end', 'endReason', 'place', 'authority'),
      parts: [
        {
          name: 'charges',
          table: 'charge',
          noun: 'charge',
          fields: [textField('article', 'Article'), textField('codeOfLaw', 'Code of law'), longField('text', 'What it says')],
          supported: fields('article', 'codeOfLaw', 'text'),
          parts: [],
        },
        {
          name: 'sentences',
          table: 'sentence',
          noun: 'sentence',
          fields: [
            codeField('kind', 'Kind of sentence', sentenceKindLabels, 'not_stated'),
            textField('lengthText', 'Length'),
            numberField('lengthDays', 'Length in days'),
            dateField('sentenced', 'Sentenced'),
          ],
          supported: fields('kind', 'lengthText', 'sentenced', 'lengthDays'),
          parts: [],
        },
      ],
    },
    {
      name: 'recognitions',
      table: 'recognition',
      noun: 'recognition',
      fields: [
        textField('recognisedBy', 'Recognised by'),
        dateField('recognised', 'Recognised on'),
        longField('criteria', 'By which criteria'),
      ],
      supported: fields('recognisedBy', 'recognised', 'criteria'),
      parts: [],
    },
  ],
}

const row = { id: Id.nullable().default(null), evidence: evidenceList }

const NameWrite = z.strictObject({
  ...row,
  text: text(500, 'Type the name as the source gives it, or remove it.'),
  kind: codeOf(nameKindLabels).default('primary'),
  /** BCP 47; null where it is not known. */
  lang: textOrNull(35),
  /** ISO 15924; null is the script that most letters are in. */
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'Give a script by its four letters, such as Latn or Cyrl.')
    .nullable()
    .default(null),
})

const CitizenshipWrite = z.strictObject({ ...row, country: CountryCode })

const ChargeWrite = z.strictObject({
  ...row,
  article: text(500, 'Type the article as the source gives it, or remove this charge.'),
  codeOfLaw: textOrNull(500),
  text: textOrNull(5000),
})

const SentenceWrite = z.strictObject({
  ...row,
  kind: codeOf(sentenceKindLabels).default('not_stated'),
  lengthText: textOrNull(500),
  lengthDays: z
    .number('Type a whole number of days.')
    .int('Type a whole number of days.')
    .min(1, 'A sentence is at least a day long.')
    .max(1_000_000, 'This number is too large.')
    .nullable()
    .default(null),
  sentenced: TypedDate.default('not stated'),
})

const DetentionWrite = z.strictObject({
  ...row,
  country: CountryCode,
  arrest: TypedDate.default('not stated'),
  end: TypedDate.default('not stated'),
  /** Null while it is not said to have ended. */
  endReason: codeOf(endReasonLabels).nullable().default(null),
  place: textOrNull(500),
  authority: textOrNull(500),
  charges: z.array(ChargeWrite).max(200).default([]),
  sentences: z.array(SentenceWrite).max(50).default([]),
})

const RecognitionWrite = z.strictObject({
  ...row,
  recognisedBy: text(500, 'Say who recognises the person, or remove this.'),
  recognised: TypedDate.default('not stated'),
  criteria: textOrNull(5000),
})

export const DetaineeWrite = z
  .strictObject({
    sources: z.array(SourceWrite).max(50),
    sex: codeOf(sexLabels).default('not_stated'),
    birth: TypedDate.default('not stated'),
    description: textOrNull(5000),
    occupation: textOrNull(500),
    status: codeOf(statusLabels).default('unknown'),
    statusAsOf: TypedDate.default('not stated'),
    names: z.array(NameWrite).min(1, 'Give at least one name.').max(100),
    citizenships: z.array(CitizenshipWrite).max(20).default([]),
    detentions: z.array(DetentionWrite).max(50).default([]),
    recognitions: z.array(RecognitionWrite).max(50).default([]),
    differentFrom: DifferentFrom,
    /** For the person's own fields. */
    evidence: z.strictObject({
      sex: evidenceList,
      birth: evidenceList,
      description: evidenceList,
      occupation: evidenceList,
      status: evidenceList,
      statusAsOf: evidenceList,
    }),
  })
  .superRefine(checkEvidence(detaineeShape))
  .superRefine((person, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const repeated = (list: readonly string[], part: string, field: string, message: string) =>
      list.forEach((value, index) => {
        if (list.indexOf(value) < index) refuse([part, index, field], message)
      })
    repeated(person.names.map(({ text: name }) => name), 'names', 'text', 'This name is in the list already.')
    repeated(person.citizenships.map(({ country }) => country), 'citizenships', 'country', 'This citizenship is in the list already.')
    if (!person.names.some(({ kind }) => kind === 'primary')) {
      refuse(['names', 0, 'kind'], 'One of the names has to be the one the person goes by: choose "Name" for it.')
    }
  })
export type DetaineeWrite = z.output<typeof DetaineeWrite>
