import { counted, formatCount, formatInterval } from '#contract/charts/format-count.ts'
import { placeWords } from '#contract/charts/place-words.ts'
import type { Ledger } from '#contract/ledger.ts'

/** The ledger read aloud: "123 people claimed released; 6 are named in the register, 117 are not." */
export const ledgerSentence = (ledger: Ledger, releasedIn: string): string => {
  const { claimed, named, unnamed, byDestination, namedDestinationNotStated } = ledger
  const total =
    claimed === null
      ? `No source gives a total; ${counted(named, 'person is', 'people are')} named.`
      : `${formatCount(claimed)} people claimed released; ${counted(named, 'is', 'are')} named in the register, ${
          unnamed === null ? 'an unknown number' : formatInterval(unnamed)
        } ${unnamed?.highest === 1 ? 'is' : 'are'} not.`
  const cells = byDestination
    .flatMap(({ code, claimed: cell }) => (cell === null ? [] : [`${placeWords(code, releasedIn)} ${formatCount(cell)}`]))
    .join(', ')
  const isOpen = byDestination.some(({ unnamed: rest }) => rest !== null && rest.lowest !== rest.highest)
  const floating =
    namedDestinationNotStated === 0
      ? ''
      : ` Of the named, ${counted(namedDestinationNotStated, 'has', 'have')} no stated destination${isOpen ? ' and may belong to any place, so the number not named of each place is a range' : ''}.`
  return `${total}${cells === '' ? '' : ` By place: ${cells}.`}${floating}`
}
