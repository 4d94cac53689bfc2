import { counted, formatCount, formatInterval, formatNumber } from '#contract/charts/format-count.ts'
import { placeWords } from '#contract/charts/place-words.ts'
import { type Ledger, leftOver } from '#contract/ledger.ts'

/** The ledger read aloud: "123 people claimed released; 6 are on record, 1 of them with the name withheld; 117 are not." */
export const ledgerSentence = (ledger: Ledger, releasedIn: string, withheld: number): string => {
  const { claimed, named, unnamed, byDestination, namedDestinationNotStated } = ledger
  const hidden = withheld === 0 ? '' : named === 1 ? ', with the name withheld' : `, ${formatNumber(withheld)} of them with the name withheld`
  const total =
    claimed === null
      ? `No source gives a total; ${counted(named, 'person is', 'people are')} on record${hidden}.`
      : `${formatCount(claimed)} ${claimed.best === 1 ? 'person' : 'people'} claimed released; ${counted(named, 'is', 'are')} on record${hidden}${hidden === '' ? ',' : ';'} ${
          unnamed === null ? 'an unknown number' : formatInterval(unnamed)
        } ${unnamed?.highest === 1 ? 'is' : 'are'} not.`
  const cells = byDestination
    .flatMap(({ code, claimed: cell }) => (cell === null ? [] : [`${placeWords(code, releasedIn)} ${formatCount(cell)}`]))
    .join(', ')
  const isOpen = byDestination.some(({ unnamed: rest }) => rest !== null && rest.lowest !== rest.highest)
  const floating =
    namedDestinationNotStated === 0
      ? ''
      : ` Of those on record, ${counted(namedDestinationNotStated, 'has', 'have')} no destination stated${withheld === 0 ? '' : ' or shown'}${isOpen ? ' and may belong to any place, so the number not on record of each place is a range' : ''}.`
  return `${total}${cells === '' ? '' : ` By place: ${cells}.`}${floating}`
}

/** What the numbers by place leave of the total, above zero, and who of the named explains it. */
export const leftOverSentence = (ledger: Ledger, left: number): string => {
  const { refused, others } = leftOver(ledger)
  const unstated = others ?? left
  const placedByName = ledger.byDestination.reduce((sum, { claimed, named }) => sum + (claimed === null ? named : 0), 0)
  const explained = [
    ...(refused === 0 ? [] : [`${refused === 1 ? 'one' : formatNumber(refused)} refused to leave`]),
    ...(placedByName === 0 ? [] : [`of ${formatNumber(placedByName)} the place is known only from a person on record`]),
  ]
  if (unstated === left) return `The places leave ${formatNumber(left)} of the total without a stated destination.`
  return `The numbers by place leave ${formatNumber(left)} of the total: ${[
    ...explained,
    ...(unstated === 0 ? [] : [`of ${formatNumber(unstated)} no destination is stated`]),
  ].join(', ')}.`
}
