import {
  claimStateLabels,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  basisLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
  relationLabels,
} from '#contract/codes.ts'
import { type PackagedTable, civilDate, code, degrees, id, key, number, words } from './table.ts'

const event = key('release_event_id', 'release_event', 'The release event')

const releaseEvent: PackagedTable = {
  name: 'release_event',
  about: 'A release',
  columns: [
    id('Number of the event: 3 is shown as R-3'),
    words('title', 'Title', { required: true }),
    ...civilDate('date', 'Date of the release'),
    words('country', 'Releasing country, ISO 3166-1 alpha-2', { required: true }),
    code('basis', 'Basis of the release', basisLabels),
    words('summary', 'Summary'),
  ],
}

const releaseCount: PackagedTable = {
  name: 'release_count',
  about: 'A claim of how many were released. Claims that differ stand side by side; `state` says which one is used',
  columns: [
    id('Number of the claim'),
    event,
    code('dimension', 'What is counted by', dimensionLabels),
    words('cell', 'Which value of it: "all" of a total, a country, a sex', { required: true }),
    code('relation', 'How the cells stand to the total', relationLabels),
    number('lowest', 'Lowest number that agrees with the claim; empty = no bound'),
    number('best', 'The number of the claim', { required: true }),
    number('highest', 'Highest number that agrees with the claim; empty = no bound'),
    code('qualifier', 'The word before the number', qualifierLabels),
    code('population', 'Who is counted', populationLabels),
    words('said_by', 'Who says it'),
    code('state', 'Whether it is the number used', claimStateLabels),
  ],
}

const releasePerson: PackagedTable = {
  name: 'release_person',
  about: 'A person in a release event',
  columns: [
    id('Number of the row'),
    event,
    key('detainee_id', 'detainee', 'The person'),
    words('destination', 'Where the person was taken, ISO 3166-1 alpha-2', { refersTo: 'destination' }),
    code('destination_state', 'How far the way there is known', destinationStateLabels),
    code('departure_mode', 'By what means', departureModeLabels, false),
    words('restrictions', 'What still binds the person after the release, as the source says it'),
    words('onward_country', 'Where the person was taken from there, ISO 3166-1 alpha-2: not a new release, and counted nowhere'),
    ...civilDate('onward', 'Date of the onward transfer'),
  ],
}

const destination: PackagedTable = {
  name: 'destination',
  about: 'A country people were taken to',
  columns: [
    id('Number of the row'),
    words('code', 'Country, ISO 3166-1 alpha-2', { required: true }),
    degrees('label_longitude', 'Where a map writes its name, in degrees'),
    degrees('label_latitude', 'Where a map writes its name, in degrees'),
  ],
}

const releaseSanction: PackagedTable = {
  name: 'release_sanction',
  about: 'A link between a release and a sanctions action, as a source words it',
  columns: [
    id('Number of the link'),
    event,
    key('sanctions_action_id', 'sanctions_action', 'The sanctions action'),
    code('relation', 'How it is worded', linkLabels),
    words('said_by', 'Who says it'),
  ],
}

const eventNote: PackagedTable = {
  name: 'event_note',
  about: 'What someone said of a release',
  columns: [
    id('Number of the note'),
    event,
    code('kind', 'Kind of note', noteKindLabels),
    words('said_by', 'Who says it'),
    words('said_by_role', 'In which role'),
    words('text', 'The note', { required: true }),
  ],
}

export const tablesOfEvents = [releaseEvent, releaseCount, releasePerson, destination, releaseSanction, eventNote]
