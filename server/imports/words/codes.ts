import {
  basisLabels,
  departureModeLabels,
  destinationStateLabels,
  endReasonLabels,
  populationLabels,
  sentenceKindLabels,
  sexLabels,
  statusLabels,
} from '#contract/codes.ts'
import { type Words, wordsOf } from './words.ts'

/*
 * What lists write for the register's codes, in English, Belarusian, Russian and Ukrainian. A
 * word is here only where it can mean nothing else in its column.
 */

const sex = `
f: female, woman, w, ж, жен, женский, женщина, жанчына, жаночы, жіноча, жінка, k, kobieta
m: male, man, м, муж, мужской, мужчина, мужчына, мужчынскі, чол, чоловік, чоловіча, mężczyzna
x: other, другой, іншы, інша`

const status = `
detained_uncharged: detained, held, задержан, задержана, затрыманы, затрыманая, затриманий
detained_pretrial: pretrial, pre-trial detention, in custody, remand, сизо, под стражей, пад вартай, під вартою, ожидает суда, чакае суда
serving_sentence: serving, convicted, imprisoned, in prison, колония, в колонии, отбывает наказание, осужден, осуждена, у калоніі, адбывае пакаранне, асуджаны, асуджаная, відбуває покарання
house_arrest: домашний арест, хатні арышт, домашній арешт
open_facility: khimiya, химия, хімія, ограничение свободы с направлением
home_confinement: home khimiya, домашняя химия, хатняя хімія
released: free, freed, at liberty, освобожден, освобождена, освобождён, на свободе, вызвалены, вызваленая, на волі, звільнений, звільнена
released_conditionally: parole, conditionally released, удо, условно освобожден
exiled: deported, expelled, выслан, выслана, высланы, депортирован
re_detained: rearrested, re-arrested, повторно задержан, зноў затрыманы
died_in_custody: died in prison, умер в заключении, памёр у зняволенні, помер в ув'язненні
died_after_release: умер после освобождения, памёр пасля вызвалення
missing: пропал без вести, прапаў без вестак, зник безвісти
unknown: not known, неизвестно, невядома, невідомо`

const endReason = `
released: freed, освобожден, вызвалены, звільнений
sentence_served: served, term served, отбыл срок, адбыў тэрмін, відбув строк
escaped: бежал, уцёк, втік
died: умер, памёр, помер
transferred: переведен, перавезены, переведений`

const sentenceKind = `
imprisonment: prison, colony, лишение свободы, колония, пазбаўленне волі, калонія, позбавлення волі
home_confinement: home khimiya, домашняя химия, хатняя хімія, ограничение свободы без направления
open_facility: khimiya, химия, хімія, ограничение свободы с направлением
house_arrest: домашний арест, хатні арышт, домашній арешт
fine: штраф
death: death penalty, смертная казнь, смяротнае пакаранне, расстрел`

const basis = `
pardon: pardoned, помилование, памілаванне, помилування
amnesty: амнистия, амністыя, амністія
negotiated_release: negotiation, negotiations, deal, переговоры, перамовы, переговори
exchange: swap, prisoner exchange, обмен, абмен, обмін
sentence_served: term served, end of term, отбытие срока, канец тэрміну, кінець строку
humanitarian: humanitarian release, гуманитарные основания, гуманітарныя прычыны
acquittal: acquitted, оправдание, апраўданне, виправдання
case_dropped: charges dropped, дело прекращено, справа спыненая
unconditional: безусловное освобождение`

const destinationState = `
arrived: прибыл, прибыла, прыбыў, прыбыла, прибув
transported: taken, вывезен, вывезена, вывезены, вывезений
en_route: on the way, в пути, у дарозе, в дорозі
refused_departure: refused, refused to leave, отказался, отказалась, адмовіўся, адмовілася, відмовився
remained: stayed, остался, осталась, застаўся, засталася, залишився`

const departureMode = `
bus: by bus, автобус, аўтобус
car: by car, автомобиль, аўтамабіль, машина, авто
train: by train, поезд, цягнік, потяг
aircraft: plane, by plane, flight, самолет, самалёт, літак
on_foot: walking, пешком, пешшу, пішки`

const population = `
political_prisoners: politzek, политзаключенные, политические заключенные, палітвязні, палітычныя зняволеныя, політв'язні
prisoners: заключенные, зняволеныя, вязні, ув'язнені
detainees: задержанные, затрыманыя, затримані`

const read = (lines: string, labels: Readonly<Record<string, string>>): Words => {
  const entries: [string, string][] = []
  for (const line of lines.trim().split('\n')) {
    const [code = '', words = ''] = line.split(': ')
    for (const word of words.split(', ')) entries.push([word, code])
  }
  const own = Object.entries(labels).flatMap(([code, label]): [string, string][] => [
    [code, code],
    [label, code],
  ])
  return wordsOf([...own, ...entries])
}

type CodeField = { readonly labels: Readonly<Record<string, string>>; readonly words: Words }

const field = (labels: Readonly<Record<string, string>>, lines: string): CodeField => ({ labels, words: read(lines, labels) })

/** The code fields of importable tables, with what can be written in them. */
export const codeFields: Readonly<Record<string, CodeField>> = {
  sex: field(sexLabels, sex),
  status: field(statusLabels, status),
  endReason: field(endReasonLabels, endReason),
  sentenceKind: field(sentenceKindLabels, sentenceKind),
  basis: field(basisLabels, basis),
  destinationState: field(destinationStateLabels, destinationState),
  departureMode: field(departureModeLabels, departureMode),
  population: field(populationLabels, population),
}
