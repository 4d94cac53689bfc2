import { type ImportKind, importFields } from '#contract/import-fields.ts'
import { type Words, wordsOf } from './words.ts'

/** What lists call their columns, in English, Belarusian, Russian and Ukrainian; the labels of the desk are added. */
const synonyms: Readonly<Record<string, string>> = {
  name: 'full name, name of prisoner, person, prisoner, detainee, фио, ф.и.о., имя и фамилия, фамилия имя, фамилия имя отчество, піб, п.і.б., піп, імя, імя і прозвішча, прозвішча імя, прозвішча і імя, імʼя, прізвище та імʼя, зняволены, палітвязень, политзаключенный, імя прозвішча',
  surname: 'last name, family name, фамилия, прозвішча, прізвище, nazwisko',
  givenName: 'first name, given names, имя, імя асабістае, імʼя власне, imię',
  patronymic: 'middle name, fathers name, отчество, імя па бацьку, по батькові',
  otherNames: 'other names, also known as, aka, aliases, name in english, latin, другие имена, іншыя імёны, інші імена',
  sex: 'gender, пол, стать',
  birth: 'birth date, born, dob, birthday, date of birth, дата рождения, родился, год рождения, дата нараджэння, нарадзіўся, год нараджэння, дата народження, народився',
  citizenship: 'nationality, citizenships, гражданство, грамадзянства, громадянство',
  occupation: 'profession, job, профессия, работа, должность, прафесія, праца, пасада, професія, посада',
  description: 'role, about, bio, who, описание, апісанне, опис, о человеке, біяграфія',
  status: 'state, current status, статус, становішча',
  statusAsOf: 'as of, status date, дата статуса, дата статусу, на дату',
  country: 'country, land, страна, краіна, країна, released by',
  arrest: 'arrested, arrest date, detained, detention date, date of detention, detained on, дата ареста, арестован, дата задержания, задержан, дата затрымання, затрыманы, дата арышту, дата затримання, дата арешту',
  end: 'released, release date, released on, date of release, freed, дата освобождения, освобожден, дата вызвалення, вызвалены, дата звільнення, звільнений',
  endReason: 'reason of release, причина освобождения, прычына вызвалення',
  place: 'prison, colony, location, place, facility, место заключения, колония, тюрьма, место содержания, месца зняволення, калонія, турма, місце утримання',
  authority: 'agency, court, орган, суд',
  article: 'article, articles, charge, charges, статья, статьи, статья ук, обвинение, артыкул, артыкулы, артыкул кк, обвинувачення, стаття',
  codeOfLaw: 'code, criminal code, кодекс, кодэкс',
  sentenceKind: 'sentence, punishment, verdict, вид наказания, наказание, приговор, прысуд, пакаранне, вирок, покарання',
  sentenceLength: 'term, length, years, sentence length, срок, тэрмін, строк, термін',
  sentenced: 'sentence date, verdict date, convicted, date of verdict, дата приговора, дата прысуду, дата вироку',
  recognisedBy: 'recognised as political prisoner by, recognized by, кем признан, кім прызнаны, ким визнаний',
  recognised: 'recognition date, recognized, дата признания, дата прызнання, дата визнання',
  criteria: 'grounds, критерии, крытэрыі, критерії',
  title: 'event, release, name of event, heading, название, событие, назва, падзея, подія',
  date: 'when, day, date of release, release date, дата, дата освобождения, калі, дата вызвалення, дата звільнення',
  basis: 'legal basis, grounds, how, основание, падстава, підстава',
  summary: 'note, notes, comment, description, комментарий, примечание, каментар, примітка, заўвага',
  total: 'number, count, released, how many, number released, количество, число, всего, колькасць, усяго, кількість, всього',
  population: 'who, group, категория, катэгорыя, категорія',
  destinations: 'destinations, taken to, куда, куды, куди',
  event: 'release event, event, event id, release, событие, падзея, подія',
  destination: 'country of destination, taken to, where to, went to, страна назначения, куда вывезен, куды вывезены, краіна прызначэння, куди вивезений',
  destinationState: 'journey, arrival, state of journey, прибытие, прыбыццё, прибуття',
  departureMode: 'transport, by, mode, транспорт',
}

const headerWords = (kind: ImportKind): Words =>
  wordsOf(
    importFields[kind].flatMap(({ key, label }): [string, string][] => [
      [key, key],
      [label, key],
      ...(synonyms[key] ?? '').split(', ').map((word): [string, string] => [word, key]),
    ]),
  )

const words: Readonly<Record<ImportKind, Words>> = {
  detainees: headerWords('detainees'),
  release_events: headerWords('release_events'),
  release_people: headerWords('release_people'),
}

/** The field a column of this name most likely holds; null where its name says nothing. */
export const fieldOfHeader = (kind: ImportKind, header: string): string | null =>
  words[kind].find(header) ?? words[kind].nearest(header)
