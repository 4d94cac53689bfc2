import {
  endReasonLabels,
  nameKindLabels,
  sentenceKindLabels,
  sexLabels,
  statusLabels,
  visibilityLabels,
} from '#contract/codes.ts'
import { type PackagedTable, civilDate, code, id, key, number, words } from './table.ts'

const detainee: PackagedTable = {
  name: 'detainee',
  about: 'A person',
  columns: [
    id('Number of the person: 12 is shown as D-12'),
    code('sex', 'Sex', sexLabels),
    ...civilDate('birth', 'Date of birth'),
    words('description', 'Public role, in words'),
    words('occupation', 'Occupation'),
    code('status', 'Status', statusLabels),
    ...civilDate('status_as_of', 'When the status was last confirmed'),
    code('visibility', 'Whether the name is published', visibilityLabels),
    key('merged_into', 'detainee', 'The record kept, where two were of one person', false),
  ],
}

const detaineeName: PackagedTable = {
  name: 'detainee_name',
  about: 'One spelling of a person’s name',
  columns: [
    id('Number of the spelling'),
    key('detainee_id', 'detainee', 'Whose name it is'),
    words('text', 'The name as it is written', { required: true }),
    words('lang', 'Language, as in BCP 47', { required: true }),
    words('script', 'Script, as in ISO 15924', { required: true }),
    code('kind', 'Kind of name', nameKindLabels),
  ],
}

const citizenship: PackagedTable = {
  name: 'detainee_citizenship',
  about: 'One citizenship of a person',
  columns: [
    id('Number of the row'),
    key('detainee_id', 'detainee', 'Whose it is'),
    words('country', 'Country, ISO 3166-1 alpha-2', { required: true }),
  ],
}

const detention: PackagedTable = {
  name: 'detention',
  about: 'One period in custody',
  columns: [
    id('Number of the detention'),
    key('detainee_id', 'detainee', 'Who was held'),
    words('country', 'Country that held the person, ISO 3166-1 alpha-2', { required: true }),
    ...civilDate('arrest', 'When it began'),
    ...civilDate('end', 'When it ended'),
    code('end_reason', 'How it ended', endReasonLabels, false),
    words('place', 'Where the person was held'),
    words('authority', 'Who held the person'),
  ],
}

const charge: PackagedTable = {
  name: 'charge',
  about: 'An article of law a person was charged with',
  columns: [
    id('Number of the charge'),
    key('detention_id', 'detention', 'In which detention'),
    words('article', 'Article, as text: 361-1', { required: true }),
    words('code_of_law', 'The law it is of'),
    words('text', 'What it says'),
  ],
}

const sentence: PackagedTable = {
  name: 'sentence',
  about: 'A sentence of a court',
  columns: [
    id('Number of the sentence'),
    key('detention_id', 'detention', 'In which detention'),
    code('kind', 'Kind of sentence', sentenceKindLabels),
    words('length_text', 'Its length as stated'),
    number('length_days', 'Its length in days'),
    ...civilDate('sentenced', 'When it was given'),
  ],
}

const recognition: PackagedTable = {
  name: 'recognition',
  about: 'An organisation recognises a person as a political prisoner',
  columns: [
    id('Number of the recognition'),
    key('detainee_id', 'detainee', 'Who is recognised'),
    words('recognised_by', 'Who recognises', { required: true }),
    ...civilDate('recognised', 'When'),
    words('criteria', 'By which criteria'),
  ],
}

export const tablesOfPeople = [detainee, detaineeName, citizenship, detention, charge, sentence, recognition]
