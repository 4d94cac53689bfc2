import { formatCount } from '#contract/charts/format-count.ts'
import { dimensionLabels, sexLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { labelled } from './held-values.ts'

type Cell = { readonly dimension: string; readonly cell: string }

type Claimed = Cell & {
  readonly lowest: number | null
  readonly best: number
  readonly highest: number | null
}

const cellWords = ({ dimension, cell }: Cell): string => {
  if (dimension === 'destination' || dimension === 'nationality') return countryName(cell)
  return dimension === 'sex' ? (labelled(sexLabels, cell) ?? cell) : cell
}

/** What a claim counts: "Total", "Destination, Ukraine". */
export const cellName = (counted: Cell): string => {
  const dimension = labelled(dimensionLabels, counted.dimension) ?? counted.dimension
  return counted.dimension === 'total' ? dimension : `${dimension}, ${cellWords(counted)}`
}

/** A claim in words: "Total: 123", "Destination, Ukraine: 114", "Nationality, Ukraine: at least 5". */
export const countWords = (claim: Claimed): string => {
  const number = formatCount({
    lowest: claim.lowest ?? claim.best,
    best: claim.best,
    highest: claim.highest ?? claim.best,
    openLow: claim.lowest === null,
    openHigh: claim.highest === null,
  })
  return `${cellName(claim)}: ${number}`
}
